import { html, nothing, type TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import { hasTasks, type TaskStatus } from '../core/status.js';
import type { Words } from '../words/words.js';
import { knownCount } from './detail-integrity.js';
import * as icons from './icons.js';
import type { Icon } from './icons.js';
import { badge, type Tone } from './status.js';

const outcomes = [
  { name: 'accepted', status: 'ACCEPTED', tone: 'accepted', icon: icons.check },
  { name: 'failed', status: 'FAILED', tone: 'failed', icon: icons.cross },
  { name: 'queued', status: 'QUEUED', tone: 'queued', icon: icons.clock },
] as const satisfies readonly { name: string; status: TaskStatus; tone: Tone; icon: Icon }[];

export interface TaskStatsContent {
  readonly batch: Batch;
  /** What stands above the cards while there is something to wait for. */
  readonly progress: TemplateResult | typeof nothing;
  /** The status whose tasks are listed, `null` for all. */
  readonly selected: string | null;
  /** `null` where no list is there to filter. */
  readonly onSelect: ((status: TaskStatus | null) => void) | null;
}

/** How many tasks were accepted, rejected and wait; each card lists its own. */
export function taskStats({ batch, progress, selected, onSelect }: TaskStatsContent, words: Words): TemplateResult {
  const counted = hasTasks(batch.status);
  return html`<section class="stats" part="stats" aria-label=${words.t('detail.stats')}>
    ${counted ? progress : nothing}
    ${outcomes.map(outcome => {
      const count = counted ? knownCount(batch.tasks[outcome.name]) : null;
      const label = badge(outcome.tone, outcome.icon, words.t(`detail.stats.${outcome.name}`), 'card-label');
      const value = html`<span class="stat-value" part="card-value"
        >${count === null ? words.t('value.none') : words.number(count)}</span
      >`;
      const pressed = selected === outcome.status;
      const part = `card card-${outcome.name}${pressed ? ' card-selected' : ''}`;
      return onSelect === null || !counted
        ? html`<div class="card stat" part=${part}>${label} ${value}</div>`
        : html`<button
            class="card stat"
            part=${part}
            type="button"
            aria-pressed=${pressed ? 'true' : 'false'}
            @click=${() => onSelect(pressed ? null : outcome.status)}
          >
            ${label} ${value}
          </button>`;
    })}
  </section>`;
}

/** The same cards while their figures are awaited. */
export function taskStatsSkeleton(words: Words): TemplateResult {
  return html`<div class="stats" part="stats" aria-hidden="true">
    ${outcomes.map(
      ({ name, tone, icon }) =>
        html`<div class="card stat" part="card">
          ${badge(tone, icon, words.t(`detail.stats.${name}`), 'card-label')}
          <span class="stat-value"><span class="skeleton skeleton-figure"></span></span>
        </div>`,
    )}
  </div>`;
}
