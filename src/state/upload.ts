import type { ReactiveController } from 'lit';
import type { FileFault } from '../core/file-fault.js';
import { CurrentFlow } from './current-flow.js';
import type { ControllerHost } from './loader.js';
import type { Piece } from './piece.js';
import type { UploadDesk } from './upload-desk.js';
import * as step from './upload-flow.js';
import type { UploadFlow } from './upload-flow.js';
import type { Change, Review } from './upload-review.js';

/** Brings the desk once it is wanted. */
export type DeskPiece = Pick<Piece<{ readonly work: UploadDesk }>, 'contents' | 'want' | 'retry'>;

/**
 * The way from a file to a queued batch, up to the file; from there on it is the desk's, which comes when it is wanted. A
 * file that is there first waits for it.
 */
export class Upload implements ReactiveController {
  readonly current: CurrentFlow;
  readonly #host: ControllerHost;
  readonly #piece: () => DeskPiece;
  /** Whether a file waits for the desk. */
  #isWaiting = false;

  constructor(host: ControllerHost, piece: () => DeskPiece) {
    this.current = new CurrentFlow(host);
    this.#host = host;
    this.#piece = piece;
    host.addController(this);
  }

  get flow(): UploadFlow {
    return this.current.value;
  }

  /** Why the last try to give a file gave none, until the next step. */
  get fault(): FileFault | null {
    return this.current.fault;
  }

  /** Whether a file is read, or waits to be, so long already that it is worth saying. */
  get readsLong(): boolean {
    return this.#desk?.readsLong ?? this.current.is('reading');
  }

  get review(): Review | null {
    return this.current.review;
  }

  get file(): File | null {
    const { flow } = this;
    if (flow.phase === 'reading') return flow.file;
    return (flow.phase === 'describing' ? flow.waiting : null) ?? this.review?.file ?? null;
  }

  /** Whether a file may be given now; a batch that is on its way is not disturbed. */
  get takesFile(): boolean {
    return !this.current.is('sending', 'checking');
  }

  begin(describe: boolean): void {
    this.current.to(step.begin(this.flow, describe));
  }

  /** Asks for the description; a file that came before it waits. */
  describe(waiting: File | null = null): void {
    this.#stop();
    this.current.to(step.askDescription(this.flow, waiting));
  }

  described(): void {
    const next = step.described(this.flow);
    if (next.phase === 'reading') this.read(next.file);
    else this.current.to(next);
  }

  refuse(fault: FileFault): void {
    this.current.refuse(fault);
  }

  /** Judges the file by another definition, what was changed in it included. */
  rejudge(): void {
    const { file, review } = this;
    // Rows that became batches are not in the review any more, but still in the file.
    if (file === null || (review && review.sent.length > 0)) return;
    this.read(
      file,
      review?.history.map(({ change }) => change),
    );
  }

  /** Reads and judges a file, and does the changes to it. A newer one aborts the work on an older one. */
  read(file: File, changes: readonly Change[] = []): void {
    const piece = this.#piece();
    const desk = piece.want()?.work;
    this.#isWaiting = desk === undefined;
    if (desk) return void desk.read(file, changes);
    piece.retry();
    this.current.to(step.read(this.flow, file));
  }

  /** Gives up the file. */
  choose(): void {
    this.#stop();
    this.current.to(step.choose(this.flow));
  }

  /** Gives up reading; stops sending, and finds out whether that was in time. */
  cancel(): void {
    if (this.current.is('reading')) this.choose();
    else this.#desk?.cancel();
  }

  /** Forgets everything. */
  reset(): void {
    this.#stop();
    this.current.to(step.idle);
  }

  hostConnected(): void {
    if (this.#isWaiting) this.#host.requestUpdate();
  }

  /** Takes up what waited for the desk. */
  hostUpdate(): void {
    const { flow } = this;
    if (!this.#isWaiting || !this.#desk || flow.phase !== 'reading' || !this.#host.isConnected) return;
    this.#isWaiting = false;
    void this.#desk.read(flow.file);
  }

  get #desk(): UploadDesk | undefined {
    return this.#piece().contents?.work;
  }

  #stop(): void {
    this.#isWaiting = false;
    this.#desk?.stop();
  }
}
