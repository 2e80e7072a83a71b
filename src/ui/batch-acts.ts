import { html, nothing, type TemplateResult } from 'lit';
import type { Batch, BatchAction } from '../core/batch.js';
import type { Problem } from '../core/problem.js';
import type { Words } from '../words/words.js';
import type { PressedAct } from './detail-actions.js';
import { closeButton, textButton } from './detail-notices.js';
import { gatewayQuestion } from './gateway.js';
import { notice, problemText } from './notice.js';
import { isolated } from './values.js';

type Content = TemplateResult | typeof nothing;

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

export interface FailedAct {
  readonly action: BatchAction;
  readonly problem: Problem;
  /** The server may have done it nevertheless. */
  readonly unknown: boolean;
}

/** Something did not happen, with a way to try again where that may help. */
export function actFailed(act: FailedAct, retry: () => void, dismiss: () => void, words: Words): TemplateResult {
  const { action, problem, unknown } = act;
  return notice({
    tone: 'failed',
    heading: words.t(`act.failed.${action}`),
    body: html`<div>${problemText(problem, words)}</div>
      ${unknown ? html`<div class="muted">${words.t('act.unknown')}</div>` : nothing}`,
    actions: html`${problem.status === 409 && !unknown ? nothing : textButton(words.t('action.retry'), retry)}
    ${closeButton(dismiss, words)}`,
  });
}

/** Something was done that is not plain from the rest of the screen. */
export function actDone(message: string, way: Content, dismiss: () => void, words: Words): TemplateResult {
  return notice({ tone: 'accepted', body: message, actions: html`${way}${closeButton(dismiss, words)}` });
}
