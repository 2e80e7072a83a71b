import type { DefinitionText } from '../core/definition.js';
import type { CatalogueEntries, CatalogueText, TextParams } from './catalogue.js';
import { en, type MessageKey } from './en.js';
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
  readonly messages?: CatalogueEntries | undefined;
  /** Sentences of the locale; English where one is missing. */
  readonly catalogue?: CatalogueEntries | undefined;
}

/** Everything that turns codes and values into what a person reads, in one locale. */
export interface Words extends Formats {
  t(key: MessageKey, params?: TextParams): string;
  /** Words of a definition. */
  text(text: DefinitionText): string;
  /** Whether the catalogue knows a key that is made at run time. */
  has(key: string): key is MessageKey;
  /** Writing direction of the locale. */
  readonly direction: 'ltr' | 'rtl';
}

export function createWords(options: WordsOptions): Words {
  const locale = usableLocale(options.locale);
  const formats = createFormats({ ...options, locale }, t);
  const plurals = new Intl.PluralRules(locale);
  const layers = [options.messages, options.catalogue, en].filter(layer => layer !== undefined);

  function t(key: MessageKey, params: TextParams = {}): string {
    const entry = lookUp(key);
    const sentence = typeof entry === 'string' ? entry : plural(entry, params);
    return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = Object.hasOwn(params, name) ? params[name] : undefined;
      if (value === undefined) return placeholder;
      return typeof value === 'number' ? formats.number(value) : value;
    });
  }

  function lookUp(key: string): CatalogueText {
    for (const layer of layers) {
      const entry = Object.hasOwn(layer, key) ? (layer as CatalogueEntries)[key] : undefined;
      if (entry !== undefined) return entry;
    }
    return key;
  }

  function plural(entry: Exclude<CatalogueText, string>, params: TextParams): string {
    const count = params['count'] ?? params['maxRows'] ?? params['maxLength'];
    const category = typeof count === 'number' ? plurals.select(count) : 'other';
    return entry[category] ?? entry.other;
  }

  return {
    ...formats,
    direction: directionOf(locale),
    t,
    text: text => {
      if (typeof text === 'string') return text;
      return typeof text === 'function' ? text(locale) : t(text.key as MessageKey);
    },
    has: (key): key is MessageKey => layers.some(layer => Object.hasOwn(layer, key)),
  };
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
export function createWordsCache(): (options: WordsOptions) => Words {
  let last: { options: WordsOptions; words: Words } | null = null;
  return options => {
    const same =
      last !== null &&
      last.options.locale === options.locale &&
      last.options.timeZone === options.timeZone &&
      last.options.otherTimeZone === options.otherTimeZone &&
      last.options.messages === options.messages &&
      last.options.catalogue === options.catalogue;
    if (last === null || !same) last = { options, words: createWords(options) };
    return last.words;
  };
}
