import { Later } from './later.js';
import type { ControllerHost } from './loader.js';

/** Milliseconds without a key after which what was typed is searched for. */
const pause = 250;

/** What a person types into a search field until it becomes the search. */
export class SearchDraft {
  readonly #host: ControllerHost;
  readonly #later: Later;
  #text: string | null = null;

  constructor(host: ControllerHost, search: (text: string) => void) {
    this.#host = host;
    this.#later = new Later(host, () => search(this.#text ?? ''));
  }

  /** What the field shows; `null`: the search in force. */
  get text(): string | null {
    return this.#text;
  }

  type(text: string): void {
    this.#text = text;
    this.#later.in(pause);
    this.#host.requestUpdate();
  }

  /** Searches without waiting any longer. */
  commit(): void {
    this.#later.hurry();
  }

  /** Another search is in force: the field shows it, unless the person is typing the next one. */
  follow(): void {
    if (!this.#later.pending) this.#text = null;
  }

  /** The field shows the search in force again. */
  drop(): void {
    this.#later.cancel();
    this.#text = null;
    this.#host.requestUpdate();
  }
}
