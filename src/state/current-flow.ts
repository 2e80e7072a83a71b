import type { FileFault } from '../core/file-fault.js';
import type { ControllerHost } from './loader.js';
import { idle } from './upload-flow.js';
import type { UploadFlow, UploadPhase } from './upload-flow.js';

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
