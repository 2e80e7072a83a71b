import { html, nothing, type TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import type { Pace } from '../core/pace.js';
import { progressOf } from '../core/status.js';
import type { Words } from '../words/words.js';
import { notice } from './notice.js';
import { tasksProgress } from './progress.js';
import { sentence } from './sentence.js';
import { relativeTime } from './values.js';

const minute = 60_000;

/** How far a batch is, how fast it goes on, and when that will be over. */
export function batchProgress(batch: Batch, pace: Pace, words: Words, now: number): TemplateResult {
  return html`<div class="stats-progress">
    ${tasksProgress(progressOf(batch), words)}
    <div class="pace small muted">${paceText(pace, words, now)}</div>
  </div>`;
}

/** Said calmly: nothing is lost, and nobody knows that anything is wrong. */
export function standsStill(
  batch: Batch,
  since: number,
  copy: TemplateResult,
  words: Words,
  now: number,
): TemplateResult {
  const length = words.duration(Math.floor(Math.max(now - since, 0) / minute) * minute);
  const waits = batch.status === 'QUEUED';
  const last = relativeTime(new Date(since).toISOString(), words, now);
  return notice({
    tone: 'neutral',
    heading: words.t(waits ? 'pace.waits' : 'pace.still', { length }),
    body: html`<div>${waits ? words.t('pace.waits.body') : sentence(words.t('pace.still.body'), { last })}</div>`,
    actions: copy,
  });
}

function paceText({ perMinute, endsAt }: Pace, words: Words, now: number): TemplateResult | typeof nothing {
  const speed = perMinute === null ? null : Math.round(perMinute);
  const texts = [
    speed ? words.t('pace.speed', { count: speed }) : null,
    endsAt === null ? null : timeLeft(endsAt - now, words),
  ].filter(text => text !== null);
  if (texts.length === 0) return nothing;
  const text = html`<bdi>${texts.join(' · ')}</bdi>`;
  if (endsAt === null) return text;
  const end = new Date(endsAt).toISOString();
  return html`<time datetime=${end} title=${words.t('pace.ends', { time: words.dateTime(end) })}>${text}</time>`;
}

/** Rounded up to minutes: what is only estimated needs no seconds, and does not jump about. */
function timeLeft(left: number, words: Words): string {
  if (left < minute) return words.t('pace.left.soon');
  return words.t('pace.left', { length: words.duration(Math.ceil(left / minute) * minute) });
}
