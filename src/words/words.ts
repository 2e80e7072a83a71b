import type { DefinitionText } from '../core/definition.js';
import type { CatalogueEntries, CatalogueText, TextParams } from './catalogue.js';
import { en, type Catalogue, type MessageKey } from './en.js';
import { createFormats, type Formats } from './formats.js';

/** A host's own words, over the catalogue's. */
export type Messages = Readonly<Partial<Record<MessageKey, CatalogueText>>>;

export interface WordsOptions {
  /** BCP 47; a tag that `Intl` refuses is English. */
  readonly locale: string;
  /** IANA name; `undefined` for the person's own zone. */
  readonly timeZone?: string | undefined;
  /** IANA name of the zone in which times are told as well, such as in tooltips; `null` for none. */
  readonly otherTimeZone?: string | null | undefined;
  /** A host's own words, in the language of `locale`. */
  readonly messages?: CatalogueEntries | undefined;
  /** The words of a language; English where one is missing, or where there is none. */
  readonly catalogue?: Catalogue | undefined;
}

/** Everything that turns codes and values into what a person reads, in one locale. */
export interface Words extends Formats {
  t(key: MessageKey, params?: TextParams): string;
  /** Words of a definition. */
  text(text: DefinitionText): string;
  /** Whether the catalogue knows a key that is made at run time. */
  has(key: string): key is MessageKey;
  /**
   * The language of the words, BCP 47. It may be another than that of numbers and dates, which are always written as
   * `locale` says: where there is no catalogue for it, words are English.
   */
  readonly language: string;
  /** Writing direction of the language. */
  readonly direction: 'ltr' | 'rtl';
}

/** Words with all of English behind them. */
export const createWords = (options: WordsOptions): Words => wordsOver(en, options);

/** `english`: what is said where no other catalogue has a word. An element brings its own, and no more. */
export function wordsOver(english: CatalogueEntries, options: WordsOptions): Words {
  const locale = usableLocale(options.locale);
  const formats = createFormats({ ...options, locale }, t);
  const { messages, catalogue } = options;
  // Whoever brings words for a language that we do not have is taken at their word.
  const language = languageOf(catalogue?.locale ?? (messages ? locale : 'en'), locale);
  const direction = directionOf(language);
  const layers = [
    ...(messages ? [layerOf(messages, locale)] : []),
    ...(catalogue ? [layerOf(catalogue.texts, catalogue.locale)] : []),
    layerOf(english, 'en'),
  ];

  function t(key: MessageKey, params: TextParams = {}): string {
    return sentenceOf(key, params).replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = Object.hasOwn(params, name) ? params[name] : undefined;
      if (value === undefined) return placeholder;
      return typeof value === 'number' ? formats.number(value) : isolatedIn(direction, value);
    });
  }

  function sentenceOf(key: string, params: TextParams): string {
    for (const { texts, category } of layers) {
      const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
      if (text !== undefined) return typeof text === 'string' ? text : (text[category(params)] ?? text.other);
    }
    return key;
  }

  return {
    ...formats,
    language,
    direction,
    t,
    text: text => {
      if (typeof text === 'string') return text;
      return typeof text === 'function' ? text(locale) : t(text.key as MessageKey);
    },
    has: (key): key is MessageKey => layers.some(({ texts }) => Object.hasOwn(texts, key)),
  };
}

/** `es-MX` for Spanish words where that is asked for; the words' own language where another was. */
function languageOf(words: string, locale: string): string {
  return words.split('-')[0] === locale.split('-')[0] ? locale : words;
}

/** Words of one language, and which of several forms a sentence takes in it. */
interface Layer {
  readonly texts: CatalogueEntries;
  category(params: TextParams): Intl.LDMLPluralRule;
}

function layerOf(texts: CatalogueEntries, language: string): Layer {
  let plurals: Intl.PluralRules | undefined;
  return {
    texts,
    category: params => {
      const count = params['count'] ?? params['maxRows'] ?? params['maxLength'];
      if (typeof count !== 'number') return 'other';
      plurals ??= new Intl.PluralRules(usableLocale(language));
      return plurals.select(count);
    },
  };
}

const fromTheRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A name or an id must not reorder the sentence around it, nor the sentence it. */
function isolatedIn(direction: Words['direction'], value: string): string {
  return direction === 'rtl' || fromTheRight.test(value) ? `\u2068${value}\u2069` : value;
}

function usableLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb']);

function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** Gives the same words until what they are made of changes: formatters are dear, renders are many. */
export function createWordsCache(english: CatalogueEntries): (options: WordsOptions) => Words {
  let last: { options: WordsOptions; words: Words } | null = null;
  return options => {
    const same =
      last !== null &&
      last.options.locale === options.locale &&
      last.options.timeZone === options.timeZone &&
      last.options.otherTimeZone === options.otherTimeZone &&
      last.options.messages === options.messages &&
      last.options.catalogue === options.catalogue;
    if (last === null || !same) last = { options, words: wordsOver(english, options) };
    return last.words;
  };
}
