import type { FileFault } from '../core/file-fault.js';
import { has } from '../core/own-members.js';
import type { ControllerHost } from './loader.js';
import { idle } from './upload-flow.js';
import type { UploadFlow, UploadPhase } from './upload-flow.js';
import type { Review } from './upload-review.js';

/** Where an upload is on its way; whoever takes it a step on has the host drawn anew. */
export class CurrentFlow {
  readonly #host: ControllerHost;
  #value: UploadFlow = idle;
  #fault: FileFault | null = null;

  constructor(host: ControllerHost) {
    this.#host = host;
  }

  get value(): UploadFlow {
    return this.#value;
  }

  /** Why the last try to give a file gave none, until the next step. */
  get fault(): FileFault | null {
    return this.#fault;
  }

  /** The verdict on the file, on screen or behind what is. */
  get review(): Review | null {
    const flow = this.#value;
    if (flow.phase === 'review') return flow;
    if (flow.phase === 'describing') return flow.from;
    return has(flow, 'review') ? flow.review : null;
  }

  is(...phases: readonly UploadPhase[]): boolean {
    return phases.includes(this.#value.phase);
  }

  to(flow: UploadFlow): void {
    this.quietlyTo(flow);
    this.#fault = null;
    this.#host.requestUpdate();
  }

  /** To what nobody needs to see. */
  quietlyTo(flow: UploadFlow): void {
    this.#value = flow;
  }

  refuse(fault: FileFault): void {
    this.#fault = fault;
    this.#host.requestUpdate();
  }
}
