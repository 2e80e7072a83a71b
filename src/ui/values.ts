import { html, type TemplateResult } from 'lit';
import { epochOf } from '../words/formats.js';
import type { Words } from '../words/words.js';

/**
 * An instant for scanning, where the exact one stands nearby; whoever points at it reads it in both zones. Nothing that
 * is no instant is put before a machine.
 */
export function relativeTime(instant: string | null, words: Words, now: number): TemplateResult | string {
  return time(instant, words.relative(instant, now), words);
}

/** An instant for scanning, and beneath or beside it the exact one with its zone. */
export function relativeAndExactTime(instant: string | null, words: Words, now: number): TemplateResult | string {
  const exactly = html`<span class="time-exact">${words.exactly(instant, now)}</span>`;
  return time(instant, html`<span class="time-relative">${words.relative(instant, now)}</span> ${exactly}`, words);
}

/** An instant with its zone. */
export function absoluteTime(instant: string | null, words: Words): TemplateResult | string {
  return time(instant, words.dateTime(instant), words);
}

/** The time of day, where the day is plainly that of `near`; else date and time with the zone. */
export function clockTime(instant: string | null, near: string | null, words: Words): TemplateResult | string {
  return time(instant, words.isSameDay(instant, near) ? words.time(instant) : words.dateTime(instant), words);
}

function time(instant: string | null, content: TemplateResult | string, words: Words): TemplateResult | string {
  if (instant === null || Number.isNaN(epochOf(instant))) return words.t('value.none');
  return html`<time datetime=${instant} dir="auto" title=${words.inBothZones(instant)}>${content}</time>`;
}

/** Text that nobody here wrote: isolated, so that its direction cannot reorder what stands around it. */
export function untrusted(text: string): TemplateResult {
  return html`<bdi>${text}</bdi>`;
}

/** The same for a sentence that is spoken or an attribute, where no element can isolate: FIRST STRONG ISOLATE and its end. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
