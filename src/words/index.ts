export type { CatalogueEntries, CatalogueText, PluralText, TextParams } from './catalogue.js';
export { describeProblem } from './describe-problem.js';
export { describe, type IssueWords } from './describe.js';
export { en, type Catalogue, type MessageKey } from './en.js';
export { closestLocale, languageFor, locales, type Language, type LocaleInfo } from './locales.js';
export { createWords, createWordsCache, type Messages, type Words, type WordsOptions } from './words.js';
