import type { ReactiveController } from 'lit';
import { ProblemError } from '../core/problem.js';
import type { Problem } from '../core/problem.js';
import type { Settings } from '../state/settings.js';
import type { UploadGate } from '../ui/upload-gate.js';
import { tellProblem } from './ask.js';
import type { BatchSyncUpload } from './upload.js';

/** Whether anything can be uploaded here, and why not. */
export class UploadEntry implements ReactiveController {
  readonly #host: BatchSyncUpload;
  readonly #settings: Settings;
  #told: Problem | null = null;

  constructor(host: BatchSyncUpload, settings: Settings) {
    this.#host = host;
    this.#settings = settings;
    host.addController(this);
  }

  get gate(): UploadGate {
    const { configured, access, capabilitiesProblem } = this.#settings;
    if (configured === 'no') return 'unconfigured';
    if (access === 'none') return 'forbidden';
    if (configured === 'pending' || access === 'pending') return 'loading';
    if (this.#settings.can('create')) return 'ready';
    return capabilitiesProblem ? 'rights-unknown' : 'forbidden';
  }

  get isOpen(): boolean {
    return this.gate === 'ready' && !this.#host.disabled;
  }

  /** Whether something is not to be done here; says so. */
  refuses(action: 'create' | 'file' | 'submit'): boolean {
    const { gate } = this;
    if (this.isOpen || (action === 'create' && gate !== 'forbidden')) return false;
    const code = gate === 'unconfigured' ? 'not_configured' : 'forbidden';
    tellProblem(this.#host, new ProblemError({ code, title: 'Nothing can be uploaded here' }), action);
    return true;
  }

  hostUpdate(): void {
    const { capabilitiesProblem: problem } = this.#settings;
    if (problem !== null && problem !== this.#told) tellProblem(this.#host, problem, 'capabilities');
    this.#told = problem;
  }
}
