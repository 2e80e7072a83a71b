import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { SubmitPolicy } from '../adapter/context.js';
import type { Batch } from '../core/batch.js';
import type { BatchDefinition } from '../core/definition.js';
import type { Problem } from '../core/problem.js';
import type { ValidationReport } from '../core/report.js';
import { pageClock } from './clock.js';
import type { Clock } from './clock.js';
import type { CurrentFlow } from './current-flow.js';
import { Delivery } from './delivery.js';
import { FileReading } from './file-reading.js';
import type { ControllerHost } from './loader.js';
import { sentSize, shipmentOf } from './shipment.js';
import type { UploadChoices } from './shipment.js';
import type { Transfer } from './transfer.js';
import { isAccepted, offerOf } from './upload-offer.js';
import type { Offer } from './upload-offer.js';
import type { Change, Review } from './upload-review.js';
import * as step from './upload-steps.js';
import type { UploadFlow } from './upload-steps.js';

export interface UploadSource {
  readonly adapter: BatchSyncAdapter | null;
  /** One that can judge a file. */
  readonly definition: BatchDefinition;
  readonly submitPolicy: SubmitPolicy;
}

export interface UploadHandlers {
  validated(report: ValidationReport): void;
  progressed(loaded: number, total: number | null): void;
  /** Nothing has moved for some seconds. */
  stalled(): void;
  submitted(batch: Batch): void;
  /** The file is kept. */
  failed(problem: Problem, action: 'file' | 'submit'): void;
}

/**
 * Where a file is read, reviewed and sent from: what a person may do at each step from the file on. Removal of the host
 * aborts what is under way; when the host comes back, reading begins again and sending is looked up by its key. A move in
 * the document changes nothing.
 */
export class UploadDesk {
  readonly #source: () => UploadSource;
  readonly #current: CurrentFlow;
  readonly #reading: FileReading;
  readonly #delivery: Delivery;
  #offer: { review: Review; policy: SubmitPolicy; offer: Offer | null } | null = null;

  constructor(
    host: ControllerHost,
    current: CurrentFlow,
    source: () => UploadSource,
    handlers: UploadHandlers,
    clock: Clock = pageClock,
  ) {
    this.#source = source;
    this.#current = current;
    this.#reading = new FileReading(
      host,
      {
        current,
        definition: () => source().definition,
        judged: report => handlers.validated(this.review?.report ?? report),
        failed: problem => handlers.failed(problem, 'file'),
      },
      clock,
    );
    this.#delivery = new Delivery(
      host,
      {
        current,
        adapter: () => source().adapter,
        progressed: (loaded, total) => handlers.progressed(loaded, total),
        stalled: () => handlers.stalled(),
        made: batch => handlers.submitted(batch),
        failed: problem => handlers.failed(problem, 'submit'),
      },
      clock,
    );
  }

  get flow(): UploadFlow {
    return this.#current.value;
  }

  get review(): Review | null {
    return this.#current.review;
  }

  /** Whether a file is read so long already that it is worth saying. */
  get readsLong(): boolean {
    return this.#reading.isLong;
  }

  get transfer(): Transfer {
    return this.#delivery.transfer;
  }

  /** Milliseconds until the server may be asked again: it may have said for how long not. */
  get wait(): number {
    return this.#delivery.wait;
  }

  /** What of the reviewed file may be sent; `null` for nothing. */
  get offer(): Offer | null {
    const { review } = this;
    if (review === null) return null;
    const policy = this.#source().submitPolicy;
    if (this.#offer?.review !== review || this.#offer.policy !== policy) {
      this.#offer = { review, policy, offer: offerOf(review, policy) };
    }
    return this.#offer.offer;
  }

  /** Reads and judges a file, and does the changes to it. A newer one aborts the work on an older one. Never rejects. */
  async read(file: File, changes: readonly Change[] = []): Promise<void> {
    this.#delivery.stop();
    await this.#reading.begin(file, changes);
  }

  /** Asks for the description again, where the server refused for sure. */
  describe(): void {
    this.stop();
    this.#current.to(step.askAgain(this.flow));
  }

  acceptWarnings(accepted: boolean): void {
    this.#current.to(step.acceptWarnings(this.flow, accepted));
  }

  /** Changes the file and judges it again. */
  amend(change: Change): void {
    this.#current.to(step.amend(this.flow, change));
  }

  /** Takes the last change back. */
  undo(): void {
    this.#current.to(step.undo(this.flow));
  }

  /** Whether the server would take each batch by its size as it would be sent; says so in the review where not. */
  fits(): boolean {
    const { flow } = this;
    const { maxBytes } = this.#source().definition.limits;
    const size = Math.max(0, ...(this.offer?.parts ?? []).map(sentSize));
    if (flow.phase !== 'review' || size <= maxBytes) return true;
    const params = { size, maxBytes };
    this.#current.to(step.object(flow, [{ code: 'file_too_large', severity: 'error', params }]));
    return false;
  }

  /** Sends what was reviewed. Nothing happens unless there is something that may be sent: a double click sends once. */
  send(choices: UploadChoices): void {
    const { flow, offer } = this;
    if (flow.phase !== 'review' || offer === null || !isAccepted(flow, offer)) return;
    this.#delivery.send(step.send(flow, shipmentOf(offer, choices)));
  }

  /** The same intention again, with its key. */
  retry(): void {
    const { flow } = this;
    if (flow.phase !== 'failed' || this.wait > 0) return;
    const wasUsed = flow.problem.code === 'idempotency_key_reused';
    this.#delivery.send(step.retry(flow, wasUsed ? { acceptDuplicate: false } : undefined));
  }

  /** The person saw the earlier batch with the same rows and wants another: that is a new intention. */
  acceptDuplicate(): void {
    const { flow } = this;
    if (flow.phase !== 'failed' || flow.problem.code !== 'duplicate_batch') return;
    this.#delivery.send(step.retry(flow, { acceptDuplicate: true }));
  }

  /** Back to the review, where the server refused for sure. */
  revise(): void {
    this.#current.to(step.revise(this.flow));
  }

  /** On with the rows that were left out. */
  resume(): void {
    this.#current.to(step.resume(this.flow));
  }

  /** Stops sending, and finds out whether that was in time. */
  cancel(): void {
    this.#delivery.cancel();
  }

  stop(): void {
    this.#reading.stop();
    this.#delivery.stop();
  }
}
