import { executeServerCommand } from '@web/test-runner-commands';
import { comes } from './comes.js';

type Fate = 'held' | 'missing' | 'given';

/**
 * A module on its way from the server to this page, by what its address has in it. A page fetches a module once: what
 * came is there for the tests that follow.
 */
export class LateCode {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** For the end of a file of tests: modules come as they do. */
  static leave(): Promise<boolean> {
    return executeServerCommand('leave-late-code');
  }

  /** From now on whoever asks for it waits. */
  hold(): Promise<void> {
    return this.#meet('held');
  }

  /** It is gone, also for those who wait. */
  lose(): Promise<void> {
    return this.#meet('missing');
  }

  /** It is there, also for those who wait. */
  give(): Promise<void> {
    return this.#meet('given');
  }

  /** Until somebody waits for it. */
  async asked(): Promise<void> {
    const waits = () => executeServerCommand<boolean, { file: string }>('late-code-waits', { file: this.#file });
    await comes(async () => ((await waits()) ? true : undefined));
  }

  async #meet(fate: Fate): Promise<void> {
    await executeServerCommand('late-code', { file: this.#file, fate });
  }
}
