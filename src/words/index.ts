export type { CatalogueEntries, CatalogueText, PluralText, TextParams } from './catalogue.js';
export { describeProblem } from './describe-problem.js';
export { describe, type IssueWords } from './describe.js';
export { en, type Catalogue, type MessageKey } from './en.js';
export { locales, type LocaleInfo } from './locale-list.js';
export { closestLocale, languageFor, type Language } from './locales.js';
export { createWords, createWordsCache, type Messages, type Words, type WordsOptions } from './words.js';
