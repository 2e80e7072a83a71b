import type { Announcer } from '../state/announcer.js';
import { copyText, selectText } from '../state/clipboard.js';
import { Later } from '../state/later.js';
import type { ControllerHost } from '../state/loader.js';
import type { Words } from '../words/words.js';

/** How long the button says that it copied, in milliseconds. */
const shown = 2000;

/** The request id of a failure, copied for support; where the page may not, it is selected to be copied by hand. */
export class RequestIdCopy {
  readonly #host: ControllerHost;
  readonly #announcer: Announcer;
  readonly #words: () => Words;
  readonly #forget: Later;
  #copied = false;

  constructor(host: ControllerHost, { announcer, words }: { announcer: Announcer; words: () => Words }) {
    this.#host = host;
    this.#announcer = announcer;
    this.#words = words;
    this.#forget = new Later(host, () => this.#show(false));
  }

  /** Whether it was copied a moment ago. */
  get copied(): boolean {
    return this.#copied;
  }

  async copy(id: string): Promise<void> {
    const copied = await copyText(id);
    const text = this.#host.shadowRoot?.querySelector('.empty .id');
    if (!copied && text) selectText(text);
    this.#announcer.say(this.#words().t(copied ? 'action.copied' : 'table.requestId.selected'));
    this.#show(copied);
  }

  #show(copied: boolean): void {
    this.#copied = copied;
    if (copied) this.#forget.in(shown);
    this.#host.requestUpdate();
  }
}
