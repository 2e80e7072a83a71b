import { html, type TemplateResult } from 'lit';
import { epochOf } from '../words/formats.js';
import type { Words } from '../words/words.js';

// Whoever points at a time reads it in both zones. What is no instant is a dash, and not put before a machine as one.

/** An instant for scanning, where the exact one stands nearby. */
export function relativeTime(instant: string | null, words: Words, now: number): TemplateResult | string {
  return time(instant, words.relative(instant, now), words);
}

/** An instant for scanning, and beneath it the exact one, with its zone where there is room for that. */
export function relativeAndExactTime(instant: string | null, words: Words, now: number): TemplateResult | string {
  if (!isInstant(instant)) return words.t('value.none');
  return html`<time datetime=${instant} title=${words.inBothZones(instant)}
    ><bdi class="time-relative" .textContent=${words.relative(instant, now)}></bdi>
    <bdi class="time-exact"
      ><span .textContent=${words.exactly(instant, now)}></span>
      <span class="time-zone" .textContent=${words.zoneAt(instant)}></span></bdi
  ></time>`;
}

/** An instant with its zone. */
export function absoluteTime(instant: string | null, words: Words): TemplateResult | string {
  return time(instant, words.dateTime(instant), words);
}

/** The time of day, where the day is plainly that of `near`; else date and time with the zone. */
export function clockTime(instant: string | null, near: string | null, words: Words): TemplateResult | string {
  return time(instant, words.isSameDay(instant, near) ? words.time(instant) : words.dateTime(instant), words);
}

function time(instant: string | null, text: string, words: Words): TemplateResult | string {
  if (!isInstant(instant)) return text;
  return html`<time datetime=${instant} dir="auto" title=${words.inBothZones(instant)}>${text}</time>`;
}

function isInstant(instant: string | null): instant is string {
  return !Number.isNaN(epochOf(instant));
}

/** Text that nobody here wrote: isolated, so that its direction cannot reorder what stands around it. */
export function untrusted(text: string): TemplateResult {
  return html`<bdi>${text}</bdi>`;
}

/** The same for a sentence that is spoken or an attribute, where no element can isolate: FIRST STRONG ISOLATE and its end. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
