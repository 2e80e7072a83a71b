import type { ReactiveElement } from 'lit';
import { sameData } from '../state/same.js';
import type { Settings } from '../state/settings.js';
import type { WordingRoot } from '../ui/wording-root.js';
import { createWordsCache, languageFor } from '../words/index.js';
import type { CatalogueEntries, CatalogueText } from '../words/catalogue.js';
import type { Catalogue, Language, Words } from '../words/index.js';

/**
 * The words of an element in the language that is settled for it. Those that are not here are loaded: until then the
 * words of before stay on screen, all at once with their numbers and dates. Where there are none, or they cannot be
 * loaded, words are English, and `onEvent` hears of it.
 */
export class Wording {
  readonly #host: ReactiveElement;
  readonly #settings: Settings;
  readonly #find: typeof languageFor;
  /** Grows with the pieces of the element. */
  readonly #english: Record<string, CatalogueText>;
  readonly #wordsOf: ReturnType<typeof createWordsCache>;
  #words: Words;
  /** What was asked for last; its late answers are told by it from those of before. */
  #asked: { readonly locale: string; readonly given: readonly Catalogue[] | undefined } | null = null;
  /** What is on screen. */
  #shown: { readonly locale: string; readonly catalogue: Catalogue | undefined } | null = null;

  /** `own`: the element's words in English, as far as its first screen has them. */
  constructor(host: ReactiveElement, settings: Settings, own: CatalogueEntries, find = languageFor) {
    this.#host = host;
    this.#settings = settings;
    this.#find = find;
    this.#english = { ...own };
    this.#wordsOf = createWordsCache(this.#english);
    this.#words = this.#wordsOf({ locale: 'en' });
  }

  get words(): Words {
    return this.#words;
  }

  get root(): WordingRoot {
    const { language } = this.#words;
    return { language, direction: this.#settings.directionOf(this.#words), isAwaited: this.#shown === null };
  }

  /** English for what has just come; also of words that were given out before. */
  learn(words: CatalogueEntries): void {
    Object.assign(this.#english, words);
  }

  /** Brings the words up to date. For `willUpdate`: what is drawn and said until the next update is of one language. */
  follow(): Words {
    const { locale, timeZone, otherTimeZone, messages, catalogues } = this.#settings;
    if (this.#asked?.locale !== locale || !sameData(this.#asked.given, catalogues)) {
      this.#asked = { locale, given: catalogues };
      this.#turnTo(this.#find(locale, this.#asked.given));
    }
    const shown = this.#shown ?? { locale, catalogue: undefined };
    this.#words = this.#wordsOf({ ...shown, timeZone, otherTimeZone, messages });
    return this.#words;
  }

  #turnTo(language: Language | null): void {
    if (language !== null && 'load' in language) {
      void this.#load(language.load);
      return;
    }
    if (language === null) this.#tell('unknown');
    this.#show(language !== null && 'texts' in language ? language : undefined);
  }

  async #load(load: () => Promise<Catalogue>): Promise<void> {
    const asked = this.#asked;
    const catalogue = await load().catch(() => undefined);
    if (this.#asked !== asked) return;
    if (catalogue === undefined) this.#tell('failed');
    this.#show(catalogue);
    this.#host.requestUpdate();
  }

  #show(catalogue: Catalogue | undefined): void {
    this.#shown = { locale: this.#asked?.locale ?? 'en', catalogue };
  }

  #tell(reason: 'unknown' | 'failed'): void {
    this.#settings.telemetry('locale-unavailable', { locale: this.#asked?.locale ?? '', reason });
  }
}
