import { html, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import { sentence } from './sentence.js';
import { absoluteTime } from './values.js';

/** Since when something is old, in a sentence of the catalogue with a place for `{time}`. `since` in epoch milliseconds. */
export function asOf(text: string, since: number, words: Words): TemplateResult {
  return html`${sentence(text, { time: absoluteTime(new Date(since).toISOString(), words) })}`;
}
