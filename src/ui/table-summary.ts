import { html, type TemplateResult } from 'lit';
import type { BatchStatus } from '../core/status.js';
import type { MessageKey } from '../words/en.js';
import type { Words } from '../words/words.js';
import * as icons from './icons.js';
import type { Icon } from './icons.js';
import { badge, type Tone } from './status.js';

interface SummaryCard {
  readonly key: MessageKey;
  readonly tone: Tone;
  readonly icon: Icon;
  readonly statuses: readonly BatchStatus[];
}

const cards: readonly SummaryCard[] = [
  { key: 'table.summary.processing', tone: 'queued', icon: icons.progress, statuses: ['PROCESSING', 'QUEUED'] },
  { key: 'table.summary.attention', tone: 'failed', icon: icons.alert, statuses: ['FAILED', 'PARTIALLY_ACCEPTED'] },
  { key: 'table.summary.accepted', tone: 'accepted', icon: icons.check, statuses: ['ACCEPTED'] },
];

type Counts = Readonly<Record<string, number>>;

/** What the server counted, as buttons that filter; pressed again, they list everything. */
export function summaryCards(
  counts: Counts | 'loading' | 'unknown',
  filter: readonly string[],
  words: Words,
  onFilter: (statuses: readonly BatchStatus[]) => void,
): TemplateResult {
  return html`<div class="summary" part="summary" role="group" aria-label=${words.t('table.summary')}>
    ${cards.map(({ key, tone, icon, statuses }) => {
      const pressed = filter.length === statuses.length && statuses.every(status => filter.includes(status));
      return html`<button
        class="card stat"
        part=${pressed ? 'card card-selected' : 'card'}
        type="button"
        aria-pressed=${pressed ? 'true' : 'false'}
        aria-disabled=${typeof counts === 'string' ? 'true' : 'false'}
        @click=${() => typeof counts !== 'string' && onFilter(pressed ? [] : statuses)}
      >
        ${badge(tone, icon, words.t(key))}
        <span class="stat-value" part="card-value">${figure(counts, statuses, words)}</span>
      </button>`;
    })}
  </div>`;
}

function figure(counts: Counts | 'loading' | 'unknown', statuses: readonly string[], words: Words) {
  if (counts === 'loading') return html`<span class="skeleton"></span>`;
  return counts === 'unknown' ? words.t('value.none') : words.number(sum(counts, statuses));
}

function sum(counts: Counts, statuses: readonly string[]): number {
  return statuses.reduce((total, status) => {
    const count = Object.hasOwn(counts, status) ? counts[status] : undefined;
    return total + (typeof count === 'number' && count > 0 ? count : 0);
  }, 0);
}
