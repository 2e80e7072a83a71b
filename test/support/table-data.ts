import { createEngine, createManualClock, createMemoryAdapter } from '../../mocks/index.js';
import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';
import type { Batch } from '../../src/core/batch.js';
import { ProblemError } from '../../src/core/problem.js';
import type { View } from '../../src/core/view.js';
import { aBatch, aPage, anAdapter } from '../state/doubles.js';

export const unavailable = () =>
  new ProblemError({ code: 'unavailable', status: 503, title: 'No', requestId: 'req_9', retryable: true });

/** Three finished batches, newest first. */
export const some: readonly Batch[] = ['c', 'b', 'a'].map((name, index) =>
  aBatch({
    id: `bs_${name}`,
    fileName: `${name}.csv`,
    status: 'ACCEPTED',
    tasks: { accepted: 10, failed: 0, queued: 0 },
    createdAt: `2026-10-0${3 - index}T09:30:00Z`,
  }),
);

/** An adapter of one page that keeps what it was asked. */
export function listing(items: readonly Batch[] = some, methods: Partial<BatchSyncAdapter> = {}) {
  const views: View[] = [];
  const signals: AbortSignal[] = [];
  const adapter = anAdapter({
    ...methods,
    listBatches: (view, ctx) => {
      views.push(view);
      signals.push(ctx.signal);
      return methods.listBatches?.(view, ctx) ?? Promise.resolve(aPage(items));
    },
  });
  return { adapter, views, signals };
}

/** The mock backend with time that stands still. */
export function backend(batches = 60) {
  const clock = createManualClock('2026-10-12T09:00:00Z');
  const engine = createEngine({ clock, batches });
  return { clock, engine, adapter: createMemoryAdapter({ engine }) };
}
