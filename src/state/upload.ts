import type { ReactiveController } from 'lit';
import type { BatchSyncAdapter, CreateBatchInput } from '../adapter/adapter.js';
import { newIdempotencyKey } from '../adapter/idempotency.js';
import type { Batch } from '../core/batch.js';
import type { BatchDefinition } from '../core/definition.js';
import type { FileFault } from '../core/file-fault.js';
import { findingsOf } from '../core/findings.js';
import { rowsSha256, validateFile } from '../core/index.js';
import { ProblemError, toProblem } from '../core/problem.js';
import type { Problem } from '../core/problem.js';
import type { ValidationReport } from '../core/report.js';
import { pageClock } from './clock.js';
import type { Clock } from './clock.js';
import { Later } from './later.js';
import type { ControllerHost } from './loader.js';
import { findOutcome } from './outcome.js';
import * as step from './upload-flow.js';
import type { Review, UploadFlow, UploadPhase } from './upload-flow.js';

/** What is sent beside the file. */
export interface UploadChoices {
  readonly description: string | null;
  readonly syncWithGateway: boolean;
}

export interface UploadHandlers {
  validated(report: ValidationReport): void;
  progressed(loaded: number, total: number | null): void;
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
  readonly #source: () => { readonly adapter: BatchSyncAdapter | null; readonly definition: BatchDefinition };
  readonly #handlers: UploadHandlers;
  readonly #clock: Clock;
  #flow: UploadFlow = step.idle;
  #fault: FileFault | null = null;
  #abort: AbortController | null = null;
  #adapter: BatchSyncAdapter | null = null;
  #cut = false;
  readonly #wake: Later;

  constructor(
    host: ControllerHost,
    source: () => { readonly adapter: BatchSyncAdapter | null; readonly definition: BatchDefinition },
    handlers: UploadHandlers,
    clock: Clock = pageClock,
  ) {
    this.#host = host;
    this.#source = source;
    this.#handlers = handlers;
    this.#clock = clock;
    this.#wake = new Later(host, () => host.requestUpdate(), clock);
    host.addController(this);
  }

  get flow(): UploadFlow {
    return this.#flow;
  }

  /** Why the last try to give a file gave none, until the next step. */
  get fault(): FileFault | null {
    return this.#fault;
  }

  get review(): Review | null {
    const flow = this.#flow;
    if (flow.phase === 'review') return flow;
    if (flow.phase === 'describing') return flow.from;
    return 'review' in flow ? flow.review : null;
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

  /** Reads and judges a file. A newer one aborts the work on an older one. Never rejects. */
  async read(file: File): Promise<void> {
    const signal = this.#begin();
    this.#to(step.read(this.#flow, file));
    try {
      const report = await validateFile(file, this.#source().definition, {
        signal,
        onProgress: ({ bytesRead, totalBytes }) => {
          if (!signal.aborted) this.#to(step.advance(this.#flow, bytesRead / totalBytes));
        },
      });
      const fingerprint = report.ok ? await rowsSha256(report) : null;
      if (signal.aborted) return;
      const findings = findingsOf(report.issues, report.counts);
      this.#to(step.judge(this.#flow, { report, findings, rowsSha256: fingerprint }));
      this.#handlers.validated(report);
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

  /** Sends what was reviewed. Nothing happens unless there is something that may be sent: a double click sends once. */
  send(choices: UploadChoices): void {
    const flow = this.#flow;
    if (flow.phase !== 'review' || !step.isSendable(flow)) return;
    this.#transmit(step.send(flow, { key: newIdempotencyKey(), input: inputOf(flow, choices) }));
  }

  /** The same intention again, with its key. */
  retry(): void {
    if (this.#flow.phase !== 'failed' || this.wait > 0) return;
    const { problem } = this.#flow;
    const used = problem.code === 'idempotency_key_reused';
    this.#transmit(step.retry(this.#flow, used ? { key: newIdempotencyKey(), acceptDuplicate: false } : undefined));
  }

  /** The person saw the earlier batch with the same rows and wants another: that is a new intention. */
  acceptDuplicate(): void {
    if (this.#flow.phase !== 'failed' || this.#flow.problem.code !== 'duplicate_batch') return;
    this.#transmit(step.retry(this.#flow, { key: newIdempotencyKey(), acceptDuplicate: true }));
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
  }

  #transmit(sending: step.Sending): void {
    const { adapter } = this.#source();
    if (adapter === null) return;
    this.#adapter = adapter;
    const signal = this.#begin();
    this.#to(sending);
    const { key, input } = sending.intention;
    const onProgress = ({ loaded, total }: { loaded: number; total: number | null }) => {
      if (signal.aborted || this.#flow.phase !== 'sending') return;
      this.#to(step.progress(this.#flow, loaded, total));
      this.#handlers.progressed(loaded, total);
    };
    void this.#settle(() => adapter.createBatch(input, { signal, idempotencyKey: key, onProgress }), signal);
  }

  #check(problem: Problem): void {
    const adapter = this.#adapter;
    const signal = this.#begin();
    const checking = step.check(this.#flow, problem);
    this.#to(checking);
    if (adapter === null) return this.#fail(problem);
    const { intention } = checking;
    void this.#settle(() => findOutcome({ adapter, intention, problem, clock: this.#clock, signal }), signal);
  }

  async #settle(ask: () => Promise<Batch>, signal: AbortSignal): Promise<void> {
    try {
      const batch = await ask();
      if (signal.aborted) return;
      this.#stop();
      this.#to(step.finish(this.#flow, batch));
      this.#handlers.submitted(batch);
    } catch (error) {
      if (signal.aborted) return;
      const problem = toProblem(error);
      if (this.#flow.phase === 'sending' && step.isUnknown(problem)) this.#check(problem);
      else this.#fail(problem);
    }
  }

  #fail(problem: Problem): void {
    this.#stop();
    this.#to(step.fail(this.#flow, problem, findingsOf(problem.issues), this.#clock.now()));
    if (problem.retryAfter) this.#wake.in(problem.retryAfter);
    this.#handlers.failed(problem, 'submit');
  }
}

function inputOf(review: Review, { description, syncWithGateway }: UploadChoices): CreateBatchInput {
  const { report, findings, file } = review;
  return {
    // The bytes that were judged; only a file that is too large to keep is read again.
    file: new Blob([report.source.bytes ?? file], { type: 'text/csv' }),
    fileName: report.fileName,
    description,
    syncWithGateway,
    client: {
      rows: report.rowCount,
      rowsSha256: review.rowsSha256,
      acceptedWarnings: findings.warningCodes,
      acceptDuplicate: false,
    },
  };
}

function lostWhileAway(): ProblemError {
  return new ProblemError({ code: 'outcome_unknown', title: 'Sending was interrupted', retryable: true });
}
