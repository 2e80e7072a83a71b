import { html, nothing, type TemplateResult } from 'lit';
import type { Batch, BatchAction } from '../core/batch.js';
import type { Words } from '../words/words.js';
import { gatewayQuestion, type GatewayAction } from './gateway.js';
import { isolated } from './values.js';

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
  readonly onAct: (action: PressedAct) => void;
}

/** What can be done with the batch; the one primary action is last, where the look ends. */
export function detailActions(content: DetailActionsContent, words: Words): TemplateResult {
  const { batch, gateway, retry, cancel, download, busy, onAct } = content;
  const waiting = busy ? words.t('act.running') : null;
  const act = (offered: boolean, label: string, action: PressedAct, reason = waiting) =>
    offered ? button(label, reason, () => onAct(action)) : nothing;
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
function button(label: string, reason: string | null, press: () => void): TemplateResult {
  return html`<button
    class="button"
    part="button"
    type="button"
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

/** What a person is asked before something that cannot be taken back: with the file's name and counts. */
export function questionOf(action: PressedAct, batch: Batch, words: Words) {
  const file = isolated(batch.fileName);
  switch (action) {
    case 'gateway-sync':
      return gatewayQuestion(batch, words);
    case 'retry':
      return {
        code: action,
        title: words.t('retry.confirm.title'),
        message: words.t('retry.confirm.body', { file, count: batch.tasks.failed }),
        confirmLabel: words.t('retry.button', { count: batch.tasks.failed }),
        cancelLabel: words.t('action.cancel'),
      };
    case 'cancel': {
      const pending = batch.status === 'PENDING_APPROVAL';
      return {
        code: action,
        title: words.t('cancel.confirm.title'),
        message: words.t(pending ? 'cancel.confirm.pending' : 'cancel.confirm.body', {
          file,
          count: batch.tasks.queued,
        }),
        confirmLabel: words.t('cancel.button'),
        cancelLabel: words.t('cancel.confirm.keep'),
      };
    }
  }
}
