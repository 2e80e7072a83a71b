import { toProblem, type Problem } from '../core/problem.js';
import type { ControllerHost } from './loader.js';

/** What is known of a piece of an element. */
export type PieceStatus<Contents> =
  /** Next: `loading`. */
  | { readonly state: 'absent' }
  /** Next: `loaded`; `failed`, or `absent` again where nobody had asked for it yet. */
  | { readonly state: 'loading' }
  | { readonly state: 'loaded'; readonly contents: Contents }
  /** Such as after a new release, when the page's files are gone. Next: `loading`. */
  | { readonly state: 'failed'; readonly problem: Problem };

/** A piece of an element that its first screen does without: fetched once it is wanted, or when the page rests. */
export class Piece<Contents> {
  readonly #host: ControllerHost;
  readonly #fetch: () => Promise<Contents>;
  readonly #arrived: (contents: Contents) => void;
  #status: PieceStatus<Contents> = { state: 'absent' };
  #isWanted = false;

  /** `arrived` hears of the contents before anybody can draw them. */
  constructor(host: ControllerHost, fetch: () => Promise<Contents>, arrived: (contents: Contents) => void = () => {}) {
    this.#host = host;
    this.#fetch = fetch;
    this.#arrived = arrived;
  }

  get status(): PieceStatus<Contents> {
    return this.#status;
  }

  /** `null` until they are there. */
  get contents(): Contents | null {
    return this.#status.state === 'loaded' ? this.#status.contents : null;
  }

  /** For whoever draws it: the first call fetches; after a failure, which is to be said, nothing is until `retry()`. */
  want(): Contents | null {
    this.#isWanted = true;
    this.warm();
    return this.contents;
  }

  /** Before anybody wants it, so that nobody has to wait. Where that fails nobody hears of it, and a wish fetches again. */
  warm(): void {
    if (this.#status.state === 'absent') void this.#load();
  }

  retry(): void {
    if (this.#status.state === 'failed') void this.#load();
  }

  async #load(): Promise<void> {
    this.#to({ state: 'loading' });
    try {
      const contents = await this.#fetch();
      this.#arrived(contents);
      this.#to({ state: 'loaded', contents });
    } catch (error) {
      this.#to(this.#isWanted ? { state: 'failed', problem: toProblem(error) } : { state: 'absent' });
    }
  }

  #to(status: PieceStatus<Contents>): void {
    this.#status = status;
    this.#host.requestUpdate();
  }
}
