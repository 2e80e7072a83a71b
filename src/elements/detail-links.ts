import { html, nothing, type TemplateResult } from 'lit';
import type { ControllerHost } from '../state/loader.js';
import type { Settings } from '../state/settings.js';
import { backContent } from '../ui/detail-header.js';
import { link } from '../ui/link.js';
import type { Words } from '../words/words.js';
import { ask } from './ask.js';

export interface DetailLinksOptions {
  readonly settings: Settings;
  readonly words: () => Words;
  /** The batch on screen. */
  readonly id: () => string | null;
  /** Shows another batch. */
  readonly show: (id: string) => void;
}

/** The ways from a batch to others and back: asked first, then taken by the provider, by the link, or by the element. */
export class DetailLinks {
  readonly #host: ControllerHost;
  readonly #options: DetailLinksOptions;

  constructor(host: ControllerHost, options: DetailLinksOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** The way back, where there is one. */
  back(): TemplateResult | typeof nothing {
    const { settings, words } = this.#options;
    const href = settings.linkTo({ kind: 'list', view: null });
    if (settings.provider === null && href === null) return nothing;
    return link({ href, content: backContent(words()), part: 'button', act: event => this.#goBack(event) });
  }

  /** The way to another batch, by its id where no `text` is given. */
  to(id: string, text?: string): TemplateResult {
    const href = this.#options.settings.linkTo({ kind: 'batch', id });
    const content = text ?? html`<bdi class="id">${id}</bdi>`;
    return link({ href, content, act: event => this.#goTo(id, href, event) });
  }

  /** Where no provider carries a person on, the link does; where there is neither, this element shows the batch. */
  #goTo(id: string, href: string | null, event: Event): void {
    const goesOn = ask(this.#host, 'batch-sync-open', { id, batch: null });
    const { settings, show } = this.#options;
    const { provider } = settings;
    if (!goesOn || (provider !== null && provider.open(id) !== false)) event.preventDefault();
    else if (provider === null && href === null) show(id);
  }

  #goBack(event: Event): void {
    const { settings, id } = this.#options;
    const goesOn = ask(this.#host, 'batch-sync-back', { id: id() ?? '' });
    const { provider } = settings;
    if (!goesOn || (provider !== null && provider.back() !== false)) event.preventDefault();
  }
}
