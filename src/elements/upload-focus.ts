import type { ReactiveController } from 'lit';
import { FocusKeeper } from '../state/focus-keeper.js';
import type { Upload } from '../state/upload.js';
import { isSettled } from '../state/upload-problem.js';
import type { UploadEntry } from './upload-entry.js';
import type { BatchSyncUpload } from './upload.js';

interface FocusOptions {
  readonly entry: UploadEntry;
  readonly upload: Upload;
  readonly isShown: () => boolean;
}

/** Leads the focus to what each new screen is about: in a dialog always, in the page where it was here already. */
export class UploadFocus implements ReactiveController {
  readonly #host: BatchSyncUpload;
  readonly #options: FocusOptions;
  #scene = '';
  #wasInside = false;

  constructor(host: BatchSyncUpload, options: FocusOptions) {
    this.#host = host;
    this.#options = options;
    void new FocusKeeper(host, () => this.#leads(this.#wasInside));
    host.addController(this);
  }

  /** To what the screen is about. */
  toTarget(): void {
    this.#host.shadowRoot?.querySelector<HTMLElement>('[data-focus]')?.focus();
  }

  /** Whether the screen that comes next takes the focus. */
  get leads(): boolean {
    return this.#leads(this.#isInside);
  }

  hostUpdate(): void {
    this.#wasInside = this.#isInside;
  }

  hostUpdated(): void {
    const leads = this.#leads(this.#wasInside);
    this.#scene = this.#next;
    // After the dialog became modal, which has ideas of its own; with the next picture, for it needs the layout.
    if (leads) requestAnimationFrame(() => this.toTarget());
  }

  #leads(isInside: boolean): boolean {
    const next = this.#next;
    return next !== '' && next !== this.#scene && (isInside || this.#host.layout === 'dialog');
  }

  get #isInside(): boolean {
    const { shadowRoot } = this.#host;
    return shadowRoot?.contains(shadowRoot.activeElement) ?? false;
  }

  /** What is on screen, as far as another one takes the focus; empty for nothing. */
  get #next(): string {
    const { entry, upload, isShown } = this.#options;
    return isShown() ? `${entry.gate} ${screenOf(upload)}` : '';
  }
}

/** The screen of a phase. A file that the server refused is under review again: what has the focus keeps it. */
export function screenOf({ flow, readsLong }: Upload): string {
  const isReviewed = flow.phase === 'failed' && flow.findings.issues.length > 0 && isSettled(flow.problem);
  if (isReviewed) return 'review';
  return flow.phase === 'reading' && !readsLong ? 'choosing' : flow.phase;
}
