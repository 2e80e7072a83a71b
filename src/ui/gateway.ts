import type { Batch } from '../core/batch.js';
import type { GatewaySyncReadiness } from '../core/gateway-sync.js';
import { progressOf } from '../core/status.js';
import type { Words } from '../words/words.js';
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
