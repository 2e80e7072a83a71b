import { toProblem, type Problem } from '../core/problem.js';
import type { ControllerHost } from './loader.js';

/** What is known of code that is fetched when it is wanted. */
export type OnDemandStatus<Module> =
  /** Next: `loading`. */
  | { readonly state: 'idle' }
  /** Next: `ready` or `failed`. */
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly module: Module }
  /** Such as after a new release, when the page's files are gone. Next: `loading`. */
  | { readonly state: 'failed'; readonly problem: Problem };

/** Code that the first screen does not need: fetched once it is wanted, and again where that failed. */
export class OnDemand<Module> {
  readonly #host: ControllerHost;
  readonly #fetch: () => Promise<Module>;
  #status: OnDemandStatus<Module> = { state: 'idle' };

  constructor(host: ControllerHost, fetch: () => Promise<Module>) {
    this.#host = host;
    this.#fetch = fetch;
  }

  get status(): OnDemandStatus<Module> {
    return this.#status;
  }

  /** The first call fetches; after a failure nothing is fetched until `retry()`. */
  want(): OnDemandStatus<Module> {
    if (this.#status.state === 'idle') void this.retry();
    return this.#status;
  }

  async retry(): Promise<void> {
    this.#status = { state: 'loading' };
    try {
      this.#status = { state: 'ready', module: await this.#fetch() };
    } catch (error) {
      this.#status = { state: 'failed', problem: toProblem(error) };
    }
    this.#host.requestUpdate();
  }
}
