import type { ReactiveController } from 'lit';
import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { SubmitPolicy } from '../adapter/context.js';
import type { Batch } from '../core/batch.js';
import type { BatchDefinition } from '../core/definition.js';
import type { FileFault } from '../core/file-fault.js';
import { validateFile } from '../core/index.js';
import { nextTask } from '../core/intake/next-task.js';
import { ProblemError, toProblem } from '../core/problem.js';
import type { Problem } from '../core/problem.js';
import type { ValidationReport } from '../core/report.js';
import { pageClock } from './clock.js';
import type { Clock } from './clock.js';
import { Later } from './later.js';
import type { ControllerHost } from './loader.js';
import { findOutcome } from './outcome.js';
import { currentOf, inputOf, sentSize, shipmentOf } from './shipment.js';
import type { UploadChoices } from './shipment.js';
import { Transfer } from './transfer.js';
import * as step from './upload-flow.js';
import type { UploadFlow, UploadPhase } from './upload-flow.js';
import { isAccepted, offerOf } from './upload-offer.js';
import type { Offer } from './upload-offer.js';
import { isUnknown } from './upload-problem.js';
import type { Change, Review } from './upload-review.js';

/** Milliseconds after which reading is worth a screen of its own. Most files are read before anybody sees that they are. */
const noticed = 120;

export interface UploadSource {
  readonly adapter: BatchSyncAdapter | null;
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
 * The way from a file to a queued batch: time, network and idempotency around the pure flow. Removal of the host
 * aborts what is under way; when the host comes back, reading begins again and sending is looked up by its key. A move
 * in the document changes nothing.
 */
export class Upload implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #source: () => UploadSource;
  readonly #handlers: UploadHandlers;
  readonly #clock: Clock;
  #flow: UploadFlow = step.idle;
  #fault: FileFault | null = null;
  #abort: AbortController | null = null;
  #adapter: BatchSyncAdapter | null = null;
  #cut = false;
  #offer: { review: Review; policy: SubmitPolicy; offer: Offer | null } | null = null;
  readonly #wake: Later;
  readonly #notice: Later;
  #isNoticed = false;
  readonly transfer: Transfer;

  constructor(host: ControllerHost, source: () => UploadSource, handlers: UploadHandlers, clock: Clock = pageClock) {
    this.#host = host;
    this.#source = source;
    this.#handlers = handlers;
    this.#clock = clock;
    this.#wake = new Later(host, () => host.requestUpdate(), clock);
    this.#notice = new Later(
      host,
      () => {
        this.#isNoticed = true;
        host.requestUpdate();
      },
      clock,
    );
    this.transfer = new Transfer(host, () => handlers.stalled(), clock);
    host.addController(this);
  }

  get flow(): UploadFlow {
    return this.#flow;
  }

  /** Why the last try to give a file gave none, until the next step. */
  get fault(): FileFault | null {
    return this.#fault;
  }

  /** Whether a file is read so long already that it is worth saying. */
  get readsLong(): boolean {
    return this.#flow.phase === 'reading' && this.#isNoticed;
  }

  get review(): Review | null {
    const flow = this.#flow;
    if (flow.phase === 'review') return flow;
    if (flow.phase === 'describing') return flow.from;
    return 'review' in flow ? flow.review : null;
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

  get file(): File | null {
    const flow = this.#flow;
    if (flow.phase === 'reading') return flow.file;
    return (flow.phase === 'describing' ? flow.waiting : null) ?? this.review?.file ?? null;
  }

  /** Whether a file may be given now; a batch that is on its way is not disturbed. */
  get takesFile(): boolean {
    return !this.#is('sending', 'checking');
  }

  /** Milliseconds until the server may be asked again: it may have said for how long not. */
  get wait(): number {
    return this.#flow.phase === 'failed' ? Math.max(0, this.#flow.notBefore - this.#clock.now()) : 0;
  }

  begin(describe: boolean): void {
    this.#to(step.begin(this.#flow, describe));
  }

  /** Asks for the description; a file that came before it waits. */
  describe(waiting: File | null = null): void {
    this.#stop();
    this.#to(step.askDescription(this.#flow, waiting));
  }

  described(): void {
    const next = step.described(this.#flow);
    if (next.phase === 'reading') void this.read(next.file);
    else this.#to(next);
  }

  refuse(fault: FileFault): void {
    this.#fault = fault;
    this.#host.requestUpdate();
  }

  /** Judges the file by another definition, what was changed in it included. */
  rejudge(): void {
    const { file, review } = this;
    // Rows that became batches are not in the review any more, but still in the file.
    if (file === null || (review && review.sent.length > 0)) return;
    void this.read(
      file,
      review?.history.map(({ change }) => change),
    );
  }

  /** Reads and judges a file, and does the changes to it. A newer one aborts the work on an older one. Never rejects. */
  async read(file: File, changes: readonly Change[] = []): Promise<void> {
    const signal = this.#begin();
    // Where the person comes from a screen that is gone, there is no other to show meanwhile.
    this.#isNoticed = !this.#is('idle', 'choosing') && !(this.#is('reading') && !this.#isNoticed);
    if (!this.#isNoticed) this.#notice.in(noticed);
    this.#to(step.read(this.#flow, file));
    try {
      const report = await validateFile(file, this.#source().definition, {
        signal,
        onProgress: ({ bytesRead, totalBytes }) => {
          if (signal.aborted) return;
          this.#flow = step.advance(this.#flow, bytesRead / totalBytes);
          if (this.#isNoticed) this.#host.requestUpdate();
        },
      });
      // What follows is a screen: no part of the last piece of work.
      await nextTask();
      if (signal.aborted) return;
      this.#to(changes.reduce(step.amend, step.judge(this.#flow, report)));
      this.#handlers.validated(this.review?.report ?? report);
    } catch (error) {
      if (signal.aborted) return;
      this.#to(step.choose(this.#flow));
      this.refuse({ code: 'unchecked_file', fileName: file.name });
      this.#handlers.failed(toProblem(error), 'file');
    }
  }

  acceptWarnings(accepted: boolean): void {
    this.#to(step.acceptWarnings(this.#flow, accepted));
  }

  /** Changes the file and judges it again. */
  amend(change: Change): void {
    this.#to(step.amend(this.#flow, change));
  }

  /** Takes the last change back. */
  undo(): void {
    this.#to(step.undo(this.#flow));
  }

  /** Sends what was reviewed. Nothing happens unless there is something that may be sent: a double click sends once. */
  send(choices: UploadChoices): void {
    const { offer } = this;
    const flow = this.#flow;
    if (flow.phase !== 'review' || offer === null || !isAccepted(flow, offer)) return;
    this.#transmit(step.send(flow, shipmentOf(offer, choices)));
  }

  /** Whether the server would take each batch by its size as it would be sent; says so in the review where not. */
  fits(): boolean {
    const flow = this.#flow;
    const { maxBytes } = this.#source().definition.limits;
    const size = Math.max(0, ...(this.offer?.parts ?? []).map(sentSize));
    if (flow.phase !== 'review' || size <= maxBytes) return true;
    this.#to(step.object(flow, [{ code: 'file_too_large', severity: 'error', params: { size, maxBytes } }]));
    return false;
  }

  /** The same intention again, with its key. */
  retry(): void {
    if (this.#flow.phase !== 'failed' || this.wait > 0) return;
    const used = this.#flow.problem.code === 'idempotency_key_reused';
    this.#transmit(step.retry(this.#flow, used ? { acceptDuplicate: false } : undefined));
  }

  /** The person saw the earlier batch with the same rows and wants another: that is a new intention. */
  acceptDuplicate(): void {
    if (this.#flow.phase !== 'failed' || this.#flow.problem.code !== 'duplicate_batch') return;
    this.#transmit(step.retry(this.#flow, { acceptDuplicate: true }));
  }

  /** Gives up the file. */
  choose(): void {
    this.#stop();
    this.#to(step.choose(this.#flow));
  }

  /** Back to the review, where the server refused for sure. */
  revise(): void {
    this.#to(step.revise(this.#flow));
  }

  /** On with the rows that were left out. */
  resume(): void {
    this.#to(step.resume(this.#flow));
  }

  /** Gives up reading; stops sending, and finds out whether that was in time. */
  cancel(): void {
    const flow = this.#flow;
    if (flow.phase === 'reading') {
      this.choose();
    } else if (flow.phase === 'sending') {
      this.#check(new ProblemError({ code: 'canceled', title: 'Sending was stopped', retryable: true }));
    } else if (flow.phase === 'checking') {
      this.#stop();
      this.#fail(toProblem(flow.problem));
    }
  }

  /** Forgets everything. */
  reset(): void {
    this.#stop();
    this.#to(step.idle);
  }

  hostConnected(): void {
    const flow = this.#flow;
    if (this.wait > 0) this.#wake.in(this.wait);
    if (!this.#cut) return;
    this.#cut = false;
    if (flow.phase === 'reading') void this.read(flow.file);
    else if (flow.phase === 'sending') this.#check(lostWhileAway());
    else if (flow.phase === 'checking') this.#check(flow.problem);
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#cut ||= this.#abort !== null;
      this.#stop();
    });
  }

  #is(...phases: readonly UploadPhase[]): boolean {
    return phases.includes(this.#flow.phase);
  }

  #to(flow: UploadFlow): void {
    this.#flow = flow;
    this.#fault = null;
    this.#host.requestUpdate();
  }

  #begin(): AbortSignal {
    this.#stop();
    return (this.#abort = new AbortController()).signal;
  }

  #stop(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#wake.cancel();
    this.#notice.cancel();
    this.transfer.end();
  }

  #transmit(sending: step.Sending, adapter = this.#source().adapter): void {
    if (adapter === null) return;
    this.#adapter = adapter;
    const signal = this.#begin();
    this.#to(sending);
    this.transfer.begin();
    const intention = currentOf(sending.shipment);
    const onProgress = ({ loaded, total }: { loaded: number; total: number | null }) => {
      if (signal.aborted || this.#flow.phase !== 'sending') return;
      this.transfer.progress(loaded, total);
      this.#to(step.progress(this.#flow, loaded, total));
      this.#handlers.progressed(loaded, total);
    };
    void this.#settle(async () => {
      const input = await inputOf(intention, sending.review.file);
      signal.throwIfAborted();
      return adapter.createBatch(input, { signal, idempotencyKey: intention.key, onProgress });
    }, signal);
  }

  #check(problem: Problem): void {
    const adapter = this.#adapter;
    const signal = this.#begin();
    const checking = step.check(this.#flow, problem);
    this.#to(checking);
    if (adapter === null) return this.#fail(problem);
    const intention = currentOf(checking.shipment);
    void this.#settle(async () => {
      const { key } = intention;
      const input = await inputOf(intention, checking.review.file);
      return findOutcome({ adapter, intention: { key, input }, problem, clock: this.#clock, signal });
    }, signal);
  }

  async #settle(ask: () => Promise<Batch>, signal: AbortSignal): Promise<void> {
    try {
      const batch = await ask();
      if (signal.aborted) return;
      this.#stop();
      const next = step.arrive(this.#flow, batch);
      this.#to(next);
      this.#handlers.submitted(batch);
      if (next.phase === 'sending' && this.#flow === next) this.#transmit(next, this.#adapter);
    } catch (error) {
      if (signal.aborted) return;
      const problem = toProblem(error);
      if (this.#flow.phase === 'sending' && isUnknown(problem)) this.#check(problem);
      else this.#fail(problem);
    }
  }

  #fail(problem: Problem): void {
    this.#stop();
    this.#to(step.fail(this.#flow, problem, this.#clock.now()));
    if (problem.retryAfter) this.#wake.in(problem.retryAfter);
    this.#handlers.failed(problem, 'submit');
  }
}

function lostWhileAway(): ProblemError {
  return new ProblemError({ code: 'outcome_unknown', title: 'Sending was interrupted', retryable: true });
}
