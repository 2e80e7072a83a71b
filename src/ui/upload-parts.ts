import { html, nothing, type TemplateResult } from 'lit';
import type { ValidationReport } from '../core/report.js';
import type { MessageKey } from '../words/en.js';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import type { Icon } from './icons.js';

/** What became of a part: its batch, or where it stands. */
export type PartState =
  { readonly state: 'sent'; readonly batch: TemplateResult } | { readonly state: 'sending' | 'failed' | 'waiting' };

interface PartsList {
  readonly parts: readonly ValidationReport[];
  /** For each part; empty where nothing was sent yet. */
  readonly states: readonly PartState[];
}

const iconOf: Readonly<Record<PartState['state'], Icon>> = {
  sent: icons.check,
  sending: icons.progress,
  failed: icons.alert,
  waiting: icons.clock,
};

/** The parts of a split file, each with its rows and what became of it. */
export function partsList({ parts, states }: PartsList, words: Words): TemplateResult {
  return html`<div class="parts">
    ${states.length === 0 ? html`<p>${words.t('upload.parts.lead', { count: parts.length })}</p>` : nothing}
    <ol class="parts-list" aria-label=${words.t('upload.parts.label')}>
      ${parts.map((part, index) => partItem(part, states[index], words))}
    </ol>
  </div>`;
}

function partItem({ records, fileName }: ValidationReport, state: PartState | undefined, words: Words): TemplateResult {
  const rows = words.t('upload.parts.rows', { from: records.at(0)?.row ?? 0, to: records.at(-1)?.row ?? 0 });
  return html`<li class="part part-${state?.state ?? 'planned'}">
    <span class="part-rows">${rows}</span>
    <bdi class="id part-name">${fileName}</bdi>
    ${
      state
        ? html`<span class="part-state">
            ${icon(iconOf[state.state])}${words.t(`upload.parts.${state.state}` satisfies MessageKey)}
            ${state.state === 'sent' ? state.batch : nothing}
          </span>`
        : nothing
    }
  </li>`;
}
