import type { CSSResult, ReactiveController, ReactiveElement } from 'lit';
import { IdleWork } from '../state/idle-work.js';
import { Piece } from '../state/piece.js';
import type { CatalogueEntries } from '../words/catalogue.js';
import type { Wording } from './wording.js';

/** What comes with the code of a piece: the words that only it says, and the styles of what only it draws. */
export interface PieceContents {
  readonly words?: CatalogueEntries;
  readonly styles?: readonly CSSResult[];
}

interface PiecesOptions {
  readonly wording: Wording;
  /** Whether the first screen is drawn, so that what may be wanted next can come. */
  readonly isDrawn: () => boolean;
}

/** Whatever it brings. */
type SomePiece = Pick<Piece<PieceContents>, 'status' | 'warm' | 'retry'>;

/**
 * All that an element's first screen does without. Each piece comes when it is wanted; what nobody wanted comes when the
 * page rests after the first screen, so that a press need not wait and a network that is gone later does no harm.
 */
export class Pieces implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: PiecesOptions;
  readonly #all: SomePiece[] = [];
  readonly #idle: IdleWork;
  #hasBegun = false;

  constructor(host: ReactiveElement, options: PiecesOptions) {
    this.#host = host;
    this.#options = options;
    this.#idle = new IdleWork(host);
    host.addController(this);
  }

  /** Another piece; those that are likely to be wanted first are added first. */
  of<Contents extends PieceContents>(fetch: () => Promise<Contents>): Piece<Contents> {
    const piece = new Piece<Contents>(this.#host, fetch, ({ words, styles }) => {
      if (words) this.#options.wording.learn(words);
      if (styles) this.#adopt(styles);
    });
    this.#all.push(piece);
    return piece;
  }

  /** A piece that somebody wants and that cannot be had. */
  get missing(): SomePiece | null {
    return this.#all.find(({ status }) => status.state === 'failed') ?? null;
  }

  /** What was begun and then cut off by a removal begins again. */
  hostConnected(): void {
    this.#hasBegun = false;
  }

  hostUpdated(): void {
    if (this.#hasBegun || !this.#options.isDrawn()) return;
    this.#hasBegun = true;
    this.#idle.begin(this.#warmUp());
  }

  *#warmUp(): Generator<void> {
    for (const piece of this.#all) {
      yield;
      piece.warm();
    }
  }

  /** Before the element's last stylesheet, which is about paper and has the last word. */
  #adopt(styles: readonly CSSResult[]): void {
    const root = this.#host.shadowRoot;
    if (root === null) return;
    const present = root.adoptedStyleSheets;
    const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []).filter(sheet => !present.includes(sheet));
    root.adoptedStyleSheets = [...present.slice(0, -1), ...sheets, ...present.slice(-1)];
  }
}
