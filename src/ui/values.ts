import { html, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';

/** An instant for scanning, with the exact time and zone in its title and for machines. */
export function relativeTime(instant: string | null, words: Words, now: number): TemplateResult | string {
  if (instant === null) return words.t('value.none');
  return html`<time datetime=${instant} dir="auto" title=${words.dateTime(instant)}
    >${words.relative(instant, now)}</time
  >`;
}

/** An instant with its zone. */
export function absoluteTime(instant: string | null, words: Words): TemplateResult | string {
  if (instant === null) return words.t('value.none');
  return html`<time datetime=${instant} dir="auto">${words.dateTime(instant)}</time>`;
}

/** Text that nobody here wrote: isolated, so that its direction cannot reorder what stands around it. */
export function untrusted(text: string): TemplateResult {
  return html`<bdi>${text}</bdi>`;
}

/** The same for a sentence that is spoken or an attribute, where no element can isolate: FIRST STRONG ISOLATE and its end. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
