import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Batch } from '../core/batch.js';
import type { Problem } from '../core/problem.js';
import type { BatchRowAction } from '../core/row-action.js';
import type { Words } from '../words/words.js';
import { actionLabel } from './action-label.js';
import { button } from './blank-states.js';
import { cellIcon } from './cell-icon.js';
import { menu } from './menu.js';
import { notice, problemText } from './notice.js';
import { anchored } from './popover.js';
import { isolated } from './values.js';

export interface RowMenuModel {
  /** The batch whose menu is open; `null` for none. */
  readonly batch: Batch | null;
  readonly entries: readonly BatchRowAction[];
  readonly isRunning: (name: string) => boolean;
  readonly onPress: (action: BatchRowAction, event: MouseEvent) => void;
  readonly onClose: () => void;
}

/** The one menu of all rows: it stands beside the button of the row that it is open for. */
export function rowMenu({ batch, entries, isRunning, onPress, onClose }: RowMenuModel, words: Words): TemplateResult {
  const label = batch === null ? nothing : words.t('table.menu', { file: isolated(batch.fileName) });
  const anchor = (root: ParentNode) =>
    batch && root.querySelector(`[data-id="${CSS.escape(batch.id)}"] [data-act="menu"]`);
  return html`<div
    class="menu"
    part="menu"
    popover="auto"
    role="menu"
    aria-label=${label}
    ${anchored(anchor, 'end')}
    ${menu({ open: batch !== null, onClose })}
  >
    ${
      batch !== null && entries.length === 0
        ? html`<button class="menu-item muted" type="button" role="menuitem" tabindex="-1" aria-disabled="true">
            ${words.t('table.menu.none')}
          </button>`
        : repeat(
            entries,
            ({ name }) => name,
            action => entry(action, isRunning(action.name), words, onPress),
          )
    }
  </div>`;
}

function entry(
  action: BatchRowAction,
  running: boolean,
  words: Words,
  onPress: RowMenuModel['onPress'],
): TemplateResult {
  const { name, icon: iconName, href, destructive, disabled } = action;
  const reason = running ? words.t('act.running') : typeof disabled === 'string' ? disabled : '';
  const off = running || (disabled ?? false) !== false;
  const className = destructive === true ? 'menu-item destructive' : 'menu-item';
  const content = html`${iconName ? cellIcon(iconName) : nothing}<span class="menu-text"
      ><bdi>${actionLabel(action, words)}</bdi
      >${reason === '' ? nothing : html`<span class="small muted">${reason}</span>`}</span
    >`;
  const press = (event: MouseEvent) => onPress(action, event);
  if (href && !off) {
    return html`<a class=${className} role="menuitem" tabindex="-1" data-action=${name} href=${href} @click=${press}
      >${content}</a
    >`;
  }
  return html`<button
    class=${className}
    type="button"
    role="menuitem"
    tabindex="-1"
    data-action=${name}
    aria-disabled=${off ? 'true' : nothing}
    @click=${press}
  >
    ${content}
  </button>`;
}

/** What a host added failed. */
interface RowFailure {
  readonly batch: Batch;
  readonly action: BatchRowAction;
  readonly problem: Problem;
}

export function rowActionFailed(failure: RowFailure, dismiss: () => void, words: Words): TemplateResult {
  return notice({
    tone: 'failed',
    heading: rowActionFailureText(failure, words),
    body: html`<div>${problemText(failure.problem, words)}</div>`,
    actions: button(words.t('table.gateway.dismiss'), dismiss),
  });
}

/** What became of it, in a sentence. */
export function rowActionFailureText({ action, batch }: RowFailure, words: Words): string {
  const params = { action: isolated(actionLabel(action, words)), file: isolated(batch.fileName) };
  return words.t('table.menu.failed', params);
}
