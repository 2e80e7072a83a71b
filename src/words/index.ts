export type { CatalogueEntries, CatalogueText, PluralText, TextParams } from './catalogue.js';
export { describe, describeProblem, type IssueWords } from './describe.js';
export { en, type MessageKey } from './en.js';
export { createWords, createWordsCache, type Messages, type Words, type WordsOptions } from './words.js';
