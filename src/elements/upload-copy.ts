import type { Announcer } from '../state/announcer.js';
import { copyText, selectText } from '../state/clipboard.js';
import type { ControllerHost } from '../state/loader.js';
import type { Words } from '../words/index.js';

/** The new batch's id, to be taken away; where the page may not copy, it is selected to be copied by hand. */
export class BatchIdCopy {
  readonly #host: ControllerHost;
  readonly #announcer: Announcer;
  readonly #words: () => Words;
  #isCopied = false;

  constructor(host: ControllerHost, announcer: Announcer, words: () => Words) {
    this.#host = host;
    this.#announcer = announcer;
    this.#words = words;
  }

  get isCopied(): boolean {
    return this.#isCopied;
  }

  async copy(id: string): Promise<void> {
    this.#isCopied = await copyText(id);
    const element = this.#host.shadowRoot?.querySelector('#batch-id');
    if (!this.#isCopied && element) selectText(element);
    this.#announcer.say(this.#words().t(this.#isCopied ? 'detail.id.copied' : 'detail.id.selected'));
    this.#host.requestUpdate();
  }

  /** Another batch is there. */
  reset(): void {
    this.#isCopied = false;
  }
}
