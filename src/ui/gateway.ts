import { html, nothing, type TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import type { GatewaySyncReadiness } from '../core/gateway-sync.js';
import type { Problem } from '../core/problem.js';
import { progressOf } from '../core/status.js';
import type { Words } from '../words/words.js';
import { button } from './blank-states.js';
import { notice, problemText } from './notice.js';
import { isolated } from './values.js';

/** What the button is for a batch; `awaited`: it was pressed, and goes on by itself; `sending`: the server is being asked. */
export type GatewayAction = GatewaySyncReadiness | 'awaited' | 'sending';

/** The question before it, with how many tasks it concerns: a rejected task has nothing to synchronise. */
export function gatewayQuestion(batch: Batch, words: Words) {
  const { accepted, total } = progressOf(batch);
  return {
    code: 'gateway-sync',
    title: words.t('gateway.confirm.title'),
    message: words.t('gateway.confirm.body', { count: accepted || total, file: isolated(batch.fileName) }),
    confirmLabel: words.t('action.gatewaySync'),
    cancelLabel: words.t('action.cancel'),
  } as const;
}

interface GatewayFailure {
  readonly batch: Batch;
  readonly problem: Problem;
  /** The server may have got it nevertheless. */
  readonly unknown: boolean;
}

/** What a person may do about one. */
interface FailureActs {
  readonly retry: () => void;
  readonly dismiss: () => void;
}

/** One of a list's that was not begun, or of which that is not known. */
export function gatewayFailed(failure: GatewayFailure, { retry, dismiss }: FailureActs, words: Words): TemplateResult {
  const { problem, unknown } = failure;
  return notice({
    tone: 'failed',
    heading: gatewayFailureText(failure, words),
    body: html`<div>${problemText(problem, words)}${unknown ? html` ${words.t('act.unknown')}` : nothing}</div>`,
    actions: html`${unknown || problem.retryable ? button(words.t('action.retry'), retry) : nothing}
    ${button(words.t('table.gateway.dismiss'), dismiss)}`,
  });
}

/** What became of it, in a sentence. */
export function gatewayFailureText({ batch, unknown }: GatewayFailure, words: Words): string {
  const file = isolated(batch.fileName);
  return words.t(unknown ? 'table.gateway.unknown' : 'table.gateway.failed', { file });
}
