import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ConfirmRequest } from '../adapter/context.js';

type Confirm = (request: ConfirmRequest) => boolean | Promise<boolean>;

/** Asks the person before something that cannot be taken back: in the host's dialog where it has one, else in ours. */
export class Confirmation implements ReactiveController {
  /** The question on screen, `null` for none. */
  request: ConfirmRequest | null = null;

  readonly #host: ReactiveControllerHost & Element;
  #answer: ((confirmed: boolean) => void) | null = null;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    // A move in the document disconnects too; it takes no question away.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.answer(false);
    });
  }

  /** Resolves with the person's answer; a host's dialog that throws counts as *no*. */
  async ask(request: ConfirmRequest, confirm?: Confirm): Promise<boolean> {
    if (confirm) {
      try {
        return await confirm(request);
      } catch {
        return false;
      }
    }
    this.answer(false);
    return new Promise(resolve => {
      this.#answer = resolve;
      this.request = request;
      this.#host.requestUpdate();
    });
  }

  /** Answers the question on screen. */
  answer(confirmed: boolean): void {
    const answer = this.#answer;
    this.#answer = null;
    this.request = null;
    answer?.(confirmed);
    this.#host.requestUpdate();
  }
}
