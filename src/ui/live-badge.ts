import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import { sentence } from './sentence.js';
import { clockTime } from './values.js';

/** Whether what is seen is current, in a quiet word. `now` in epoch milliseconds. */
export function liveBadge(
  state: string,
  since: number | null,
  words: Words,
  now: number,
): TemplateResult | typeof nothing {
  const key = `live.${state}`;
  if (!words.has(key)) return nothing;
  const time = clockTime(since === null ? null : new Date(since).toISOString(), new Date(now).toISOString(), words);
  return html`<span class="live-badge live-${state}"
    ><span class="live-dot"></span><span>${sentence(words.t(key), { time })}</span></span
  >`;
}
