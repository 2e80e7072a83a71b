import type { ReactiveController } from 'lit';
import type { BatchDefinition } from '../core/definition.js';
import { validateFile } from '../core/intake/validate.js';
import { nextTask } from '../core/intake/next-task.js';
import { toProblem } from '../core/problem.js';
import type { Problem } from '../core/problem.js';
import type { ValidationReport } from '../core/report.js';
import type { Clock } from './clock.js';
import type { CurrentFlow } from './current-flow.js';
import { Later } from './later.js';
import type { ControllerHost } from './loader.js';
import * as step from './upload-steps.js';
import type { Change } from './upload-review.js';

/** Milliseconds after which reading is worth a screen of its own. Most files are read before anybody sees that they are. */
const noticed = 120;

export interface FileReadingOptions {
  readonly current: CurrentFlow;
  readonly definition: () => BatchDefinition;
  readonly judged: (report: ValidationReport) => void;
  readonly failed: (problem: Problem) => void;
}

/**
 * Reads and judges a file. A newer one aborts the work on an older one, and so does removal of the host; when that comes
 * back, reading begins again.
 */
export class FileReading implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: FileReadingOptions;
  readonly #notice: Later;
  /** A file that is here first has waited already. */
  #isNoticed = true;
  #abort: AbortController | null = null;
  #isCut = false;

  constructor(host: ControllerHost, options: FileReadingOptions, clock: Clock) {
    this.#host = host;
    this.#options = options;
    this.#notice = new Later(host, () => this.#show(), clock);
    host.addController(this);
  }

  /** Whether a file is read so long already that it is worth saying. */
  get isLong(): boolean {
    return this.#isNoticed && this.#options.current.is('reading');
  }

  /** `changes` are done to the file once it is read. Never rejects. */
  async begin(file: File, changes: readonly Change[] = []): Promise<void> {
    const { current, definition, judged, failed } = this.#options;
    this.stop();
    const { signal } = (this.#abort = new AbortController());
    // Where the person comes from a screen that is gone, there is no other to show meanwhile.
    this.#isNoticed = !current.is('idle', 'choosing') && !(current.is('reading') && !this.#isNoticed);
    if (!this.#isNoticed) this.#notice.in(noticed);
    current.to(step.read(current.value, file));
    try {
      const report = await validateFile(file, definition(), {
        signal,
        onProgress: ({ bytesRead, totalBytes }) => {
          if (!signal.aborted) this.#advance(bytesRead / totalBytes);
        },
      });
      // What follows is a screen: no part of the last piece of work.
      await nextTask();
      if (signal.aborted) return;
      this.stop();
      current.to(changes.reduce(step.amend, step.judge(current.value, report)));
      judged(report);
    } catch (error) {
      if (signal.aborted) return;
      this.stop();
      current.to(step.choose(current.value));
      current.refuse({ code: 'unchecked_file', fileName: file.name });
      failed(toProblem(error));
    }
  }

  stop(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#notice.cancel();
  }

  hostConnected(): void {
    const flow = this.#options.current.value;
    const wasCut = this.#isCut;
    this.#isCut = false;
    if (wasCut && flow.phase === 'reading') void this.begin(flow.file);
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#isCut ||= this.#abort !== null;
      this.stop();
    });
  }

  #show(): void {
    this.#isNoticed = true;
    this.#host.requestUpdate();
  }

  #advance(share: number): void {
    const { current } = this.#options;
    const next = step.advance(current.value, share);
    if (this.#isNoticed) current.to(next);
    else current.quietlyTo(next);
  }
}
