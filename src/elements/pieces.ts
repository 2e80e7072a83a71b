import type { CSSResult, ReactiveController, ReactiveElement } from 'lit';
import type { Problem } from '../core/problem.js';
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
  /** Whether what comes next is wanted for certain, so that nothing is waited for but rest. */
  readonly isNextCertain?: boolean;
  /** Of the element's stylesheets the first that has a later word than those of its pieces. */
  readonly stylesBefore: CSSResult;
}

/** Whatever it brings. */
type SomePiece = Pick<Piece<PieceContents>, 'status' | 'warm' | 'retry'>;

/** The first of these that somebody wants and that cannot be had. */
export function missingOf(...pieces: readonly SomePiece[]): { problem: Problem; retry: () => void } | null {
  for (const piece of pieces) {
    const { status } = piece;
    if (status.state === 'failed') return { problem: status.problem, retry: () => piece.retry() };
  }
  return null;
}

/**
 * All that an element's first screen does without. Each piece comes when it is wanted; what nobody wanted comes a moment
 * after the first screen, when the page rests, so that a press need not wait and a network that is gone later does no harm.
 */
export class Pieces implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: PiecesOptions;
  readonly #all: { readonly piece: SomePiece; readonly isLikely: () => boolean }[] = [];
  readonly #idle: IdleWork;
  #hasBegun = false;

  constructor(host: ReactiveElement, options: PiecesOptions) {
    this.#host = host;
    this.#options = options;
    this.#idle = new IdleWork(host);
    host.addController(this);
  }

  /** Another piece; those that may be wanted first are added first. `isLikely`: whether anybody may want it here at all. */
  of<Contents extends PieceContents>(fetch: () => Promise<Contents>, isLikely = () => true): Piece<Contents> {
    const piece = new Piece<Contents>(this.#host, fetch, ({ words, styles }) => {
      if (words) this.#options.wording.learn(words);
      if (styles) this.#adopt(styles);
    });
    this.#all.push({ piece, isLikely });
    return piece;
  }

  /** What was begun and then cut off by a removal begins again. */
  hostConnected(): void {
    this.#hasBegun = false;
  }

  hostUpdated(): void {
    if (this.#hasBegun || !this.#host.isConnected || !this.#options.isDrawn()) return;
    this.#hasBegun = true;
    if (this.#options.isNextCertain) this.#idle.begin(this.#warmUp());
    else this.#idle.beginLater(this.#warmUp());
  }

  *#warmUp(): Generator<void> {
    for (const { piece, isLikely } of this.#all) {
      yield;
      if (isLikely()) piece.warm();
    }
  }

  #adopt(styles: readonly CSSResult[]): void {
    const root = this.#host.shadowRoot;
    if (root === null) return;
    const present = root.adoptedStyleSheets;
    const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []).filter(sheet => !present.includes(sheet));
    const at = present.indexOf(this.#options.stylesBefore.styleSheet!);
    root.adoptedStyleSheets = [...present.slice(0, at), ...sheets, ...present.slice(at)];
  }
}
