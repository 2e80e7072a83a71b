import { html } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import { idFrom, pastedIds } from '../core/find-tasks.js';
import type { Announcer } from '../state/announcer.js';
import type { ControllerHost } from '../state/loader.js';
import type { Piece } from '../state/piece.js';
import type { Settings } from '../state/settings.js';
import type { FindCardActs, FindCardModel } from '../ui/find-card.js';
import { pieceMissing } from '../ui/piece-missing.js';
import type { Words } from '../words/words.js';
import type { OrderFinder } from './table-find.piece.js';

export interface TableFindOptions {
  readonly settings: Settings;
  readonly announcer: Announcer;
  readonly words: () => Words;
  /** A batch of the list. */
  readonly find: (id: string) => Batch | undefined;
}

interface FieldOptions extends TableFindOptions {
  /** Whether the host left it out. */
  readonly hidden: () => boolean;
  readonly piece: () => Piece<OrderFinder>;
}

/** Where what was found stands. */
export interface FindPlace {
  readonly level: number;
  /** Epoch milliseconds, in steps. */
  readonly now: number;
}

/** Finding an order: the field, and the way to what is found by it and back. */
export class TableFind implements ReactiveController {
  readonly acts: FindCardActs = {
    type: text => this.#type(text),
    paste: event => this.#paste(event),
    submit: () => this.#submit(),
    clear: () => void this.#leave(),
    close: () => this.#leave(),
  };
  readonly #host: ControllerHost;
  readonly #options: FieldOptions;
  #text = '';
  /** How many ids were pasted at once, of which the first is in the field. */
  #pasted = 0;
  /** What is looked for as soon as there is a finder. */
  #asked: string | null = null;

  constructor(host: ControllerHost, options: FieldOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether what was found stands in the place of the batches. */
  get open(): boolean {
    return this.#asked !== null || (this.finder?.open ?? false);
  }

  /** `null` until something was looked for. */
  get finder(): OrderFinder | null {
    return this.#options.piece().contents;
  }

  /** The field; `null` where finding is not offered. */
  get card(): FindCardModel | null {
    const { access, adapter } = this.#options.settings;
    const pending = access === 'pending' && adapter?.findTasks !== undefined && !this.#options.hidden();
    if (!pending && !this.#offered) return null;
    return { offered: this.#offered, text: this.#text, pasted: this.#pasted };
  }

  /** Whether what was found has times in it. */
  get hasTimes(): boolean {
    return this.finder?.hasRows ?? false;
  }

  /** What was found; `null` while nothing is looked for. */
  panel(place: FindPlace): TemplateResult | null {
    const { piece, words } = this.#options;
    const { status } = piece();
    if (this.#asked === null) return this.finder?.panel(place, this.acts.close) ?? null;
    if (status.state === 'failed') return pieceMissing(status.problem, () => piece().retry(), words());
    return html`<p class="muted" aria-busy="true">${words().t('state.loading')}</p>`;
  }

  /** Shows the batches again. */
  close(): void {
    this.#text = '';
    this.#pasted = 0;
    this.#asked = null;
    this.finder?.close();
  }

  hostUpdate(): void {
    const { finder } = this;
    if (!this.#offered) this.#asked = null;
    const asked = this.#asked;
    finder?.follow(this.#offered ? this.#options.settings.adapter : null);
    if (finder === null || asked === null) return;
    this.#asked = null;
    finder.find(asked);
  }

  get #offered(): boolean {
    return !this.#options.hidden() && this.#options.settings.can('find-tasks');
  }

  #type(text: string): void {
    this.#text = text;
    this.#pasted = 0;
    this.#host.requestUpdate();
  }

  /** A field of one line joins what was pasted in several to an id that nobody has. */
  #paste(event: ClipboardEvent): void {
    const ids = [...new Set(pastedIds(event.clipboardData?.getData('text/plain') ?? ''))];
    const [first] = ids;
    if (first === undefined || ids.length === 1) return;
    event.preventDefault();
    this.#text = first;
    this.#pasted = ids.length;
    this.#options.announcer.say(this.#options.words().t('find.pasted', { count: ids.length }));
    this.#host.requestUpdate();
  }

  #submit(): void {
    const q = idFrom(this.#text);
    this.#text = q;
    if (q !== '') this.#find(q);
    else if (this.open) this.close();
    this.#host.requestUpdate();
  }

  #find(q: string): void {
    const piece = this.#options.piece();
    const finder = piece.want();
    if (finder !== null) return finder.find(q);
    this.#asked = q;
    piece.retry();
  }

  /** Answers with whether there was anything to leave. */
  #leave(): boolean {
    if (!this.open && this.#text === '') return false;
    this.close();
    this.#host.shadowRoot?.querySelector<HTMLElement>('#find-input')?.focus();
    return true;
  }
}
