import { html, nothing, type TemplateResult } from 'lit';
import type { OutcomeGroup } from '../core/batch.js';
import { progressOf } from '../core/status.js';
import type { Words } from '../words/words.js';
import { customProperty } from './custom-property.js';
import { knownCount } from './detail-integrity.js';
import { subheading } from './heading.js';
import { overflow } from './overflow.js';
import { untrusted } from './values.js';

export interface OutcomesContent {
  /** What the groups are of; also names the heading. */
  readonly by: 'gateway' | 'system';
  readonly groups: readonly OutcomeGroup[];
  readonly level: number;
  /** The group whose tasks are listed. */
  readonly selected: string | null;
  /** `null` where there is no such filter. */
  readonly onSelect: ((name: string | null) => void) | null;
}

const outcomes = ['accepted', 'failed', 'queued'] as const;

/** How the tasks of each gateway, or of each external system, went: the server's counts. */
export function outcomesBy(content: OutcomesContent, words: Words): TemplateResult | typeof nothing {
  const { by, groups, level } = content;
  if (groups.length === 0) return nothing;
  // Once nothing waits any more, a column of zeros says nothing.
  const shown = outcomes.filter(name => name !== 'queued' || groups.some(({ queued }) => queued !== 0));
  const id = `outcomes-${by}`;
  return html`<section class="card" part="card card-outcomes" aria-labelledby=${id}>
    <div class="card-header">${subheading(level, words.t(`outcomes.${by}`), id)}</div>
    <div class="group-scroll" ${content.onSelect === null ? overflow(id) : nothing}>
      <table class="outcomes" aria-labelledby=${id}>
        <thead>
          <tr>
            <th scope="col"><span class="visually-hidden">${words.t(`outcomes.${by}.name`)}</span></th>
            ${shown.map(name => html`<th class="number" scope="col">${words.t(`outcomes.${name}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${groups.map(group => row(group, shown, content, words))}
        </tbody>
      </table>
    </div>
  </section>`;
}

function row(
  group: OutcomeGroup,
  shown: readonly (typeof outcomes)[number][],
  { selected, onSelect }: OutcomesContent,
  words: Words,
): TemplateResult {
  const pressed = group.name === selected;
  const name = untrusted(group.name);
  return html`<tr class=${pressed ? 'selected' : ''}>
    <th scope="row">
      ${
        onSelect === null
          ? html`<span class="outcome-name">${name}</span>`
          : html`<button
              class="outcome-name"
              type="button"
              aria-pressed=${pressed ? 'true' : 'false'}
              @click=${() => onSelect(pressed ? null : group.name)}
            >
              ${name}
            </button>`
      }
      ${bar(group)}
    </th>
    ${shown.map(outcome => {
      const count = knownCount(group[outcome]);
      return html`<td class="number">${count === null ? words.t('value.none') : words.number(count)}</td>`;
    })}
  </tr>`;
}

/** The shares, for the eye: the figures are beside. */
function bar(group: OutcomeGroup): TemplateResult {
  const totalTasks = outcomes.reduce((sum, name) => sum + (knownCount(group[name]) ?? 0), 0);
  const { accepted, failed, total } = progressOf({ tasks: group, totalTasks });
  const share = (part: number) => `${total > 0 ? ((part / total) * 100).toFixed(1) : 0}%`;
  return html`<span class="progress outcome-bar" part="progress" aria-hidden="true"
    ><span
      class="progress-segment progress-accepted"
      part="progress-accepted"
      ${customProperty('--_share', share(accepted))}
    ></span
    ><span
      class="progress-segment progress-rejected"
      part="progress-rejected"
      ${customProperty('--_share', share(failed))}
    ></span
  ></span>`;
}
