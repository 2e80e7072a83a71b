import { html, nothing, type TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import type { Problem } from '../core/problem.js';
import type { Words } from '../words/words.js';
import { button } from './blank-states.js';
import { notice, problemText } from './notice.js';
import { isolated } from './values.js';

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

/** A gateway sync in a list that was not begun, or of which that is not known. */
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
