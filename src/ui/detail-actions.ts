import { html, nothing, type TemplateResult } from 'lit';
import type { Batch, BatchAction } from '../core/batch.js';
import type { Words } from '../words/words.js';
import type { GatewayAction } from './gateway.js';

/** An act that is one press of a button. */
export type PressedAct = Exclude<BatchAction, 'decide'>;

export interface DetailActionsContent {
  readonly batch: Batch;
  readonly gateway: GatewayAction;
  readonly retry: boolean;
  readonly cancel: boolean;
  /** What leads to the files; nothing where there is nothing to download. */
  readonly download: TemplateResult | typeof nothing;
  /** Whether the server is being asked for something. */
  readonly busy: boolean;
  /** What was pressed, and goes on by itself; `null` for nothing. */
  readonly awaited: PressedAct | null;
  readonly onAct: (action: PressedAct) => void;
}

/** What can be done with the batch; the one primary action is last, where the look ends. */
export function detailActions(content: DetailActionsContent, words: Words): TemplateResult {
  const { batch, gateway, retry, cancel, download, busy, awaited, onAct } = content;
  const waiting = busy ? words.t('act.running') : null;
  const act = (offered: boolean, label: string, action: PressedAct, reason = waiting) =>
    offered ? button(label, reason, awaited === action, () => onAct(action)) : nothing;
  return html`${act(cancel, words.t('cancel.button'), 'cancel')}
  ${act(gateway !== 'none', words.t('action.gatewaySync'), 'gateway-sync', reasonOf(gateway, words) ?? waiting)}
  ${act(retry, words.t('retry.button', { count: batch.tasks.failed }), 'retry')} ${download}`;
}

/** Why there can be no gateway sync now; `null` where there can. */
function reasonOf(gateway: GatewayAction, words: Words): string | null {
  if (gateway === 'active') return words.t('gateway.busy.active');
  if (gateway === 'running') return words.t('gateway.busy.running');
  return gateway === 'sending' ? words.t('act.running') : null;
}

/** A button that cannot be used keeps its place and the focus, and says why when it is pointed at or focused. */
function button(label: string, reason: string | null, awaited: boolean, press: () => void): TemplateResult {
  return html`<button
    class="button"
    part="button"
    type="button"
    aria-busy=${awaited ? 'true' : nothing}
    aria-disabled=${reason === null ? nothing : 'true'}
    aria-description=${reason ?? nothing}
    data-reason=${reason ?? nothing}
    @click=${() => {
      if (reason === null) press();
    }}
  >
    ${label}
  </button>`;
}
