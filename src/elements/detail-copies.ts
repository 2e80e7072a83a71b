import type { Announcer } from '../state/announcer.js';
import { copyText, selectText } from '../state/clipboard.js';
import { Later } from '../state/later.js';
import type { ControllerHost } from '../state/loader.js';
import type { Words } from '../words/words.js';

/** How long a button says that it copied, in milliseconds. */
const shown = 2000;

/** What a person copies; where the page may not, the text is selected to be copied by hand. */
export class DetailCopies {
  readonly #host: ControllerHost;
  readonly #announcer: Announcer;
  readonly #words: () => Words;
  readonly #forget: Later;
  #copied: 'id' | 'bundle' | null = null;
  #byHand: string | null = null;

  constructor(host: ControllerHost, announcer: Announcer, words: () => Words) {
    this.#host = host;
    this.#announcer = announcer;
    this.#words = words;
    this.#forget = new Later(host, () => this.#show(null));
  }

  /** What was copied a moment ago. */
  get copied(): 'id' | 'bundle' | null {
    return this.#copied;
  }

  /** A support bundle that has to be copied by hand. */
  get byHand(): string | null {
    return this.#byHand;
  }

  async id(id: string): Promise<boolean> {
    const copied = await this.#copy(id, '#batch-id');
    this.#announcer.say(this.#words().t(copied ? 'detail.id.copied' : 'detail.id.selected'));
    if (copied) this.#show('id');
    return copied;
  }

  async requestId(id: string): Promise<void> {
    const copied = await this.#copy(id, '.empty .id');
    this.#announcer.say(this.#words().t(copied ? 'action.copied' : 'detail.id.selected'));
  }

  async bundle(text: string): Promise<void> {
    const copied = await copyText(text);
    this.#byHand = copied ? null : text;
    this.#announcer.say(this.#words().t(copied ? 'support.copied' : 'support.byHand'));
    this.#show(copied ? 'bundle' : null);
    await this.#host.updateComplete;
    const field = this.#host.shadowRoot?.querySelector<HTMLTextAreaElement>('.support-text');
    if (copied || !field) return;
    field.focus();
    field.select();
    field.scrollTop = 0;
  }

  /** Takes off the screen what was to be copied by hand. */
  readonly dismiss = (): void => {
    this.#byHand = null;
    this.#host.requestUpdate();
  };

  /** Another batch is on screen. */
  leave(): void {
    this.#forget.cancel();
    this.#copied = null;
    this.#byHand = null;
  }

  async #copy(text: string, selector: string): Promise<boolean> {
    const copied = await copyText(text);
    const element = this.#host.shadowRoot?.querySelector(selector);
    if (!copied && element) selectText(element);
    return copied;
  }

  #show(copied: 'id' | 'bundle' | null): void {
    this.#copied = copied;
    if (copied !== null) this.#forget.in(shown);
    this.#host.requestUpdate();
  }
}
