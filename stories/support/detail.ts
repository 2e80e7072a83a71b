import { createEngine, createMemoryAdapter, defaultSession } from '../../mocks/index.js';
import type { Engine, EngineOptions } from '../../mocks/index.js';
import { defaultView } from '../../src/core/index.js';
import type { BatchSyncAdapter } from '../../src/adapter/index.js';
import type { Batch } from '../../src/core/batch.js';
import { deepQuery, until } from './play.js';

/** An engine of a story's own, so that what is done in one story changes no other, and a batch in it. */
export interface Stage {
  readonly engine: Engine;
  readonly batchId: string;
}

/** Sets the newest batch on stage that is as it should be. */
export function stage(wanted: Batch['status'] | ((batch: Batch) => boolean), options: EngineOptions = {}): Stage {
  const engine = createEngine(options);
  const isWanted = typeof wanted === 'string' ? ({ status }: Batch) => status === wanted : wanted;
  const { items } = engine.listBatches(defaultSession, { ...defaultView, pageSize: 200 });
  return { engine, batchId: items.find(isWanted)?.id ?? '' };
}

/** An adapter of the engine's some of whose answers a story gives itself. */
export function adapterOf(
  { engine }: Stage,
  change: (adapter: BatchSyncAdapter) => Partial<BatchSyncAdapter>,
): BatchSyncAdapter {
  const adapter = createMemoryAdapter({ engine });
  return { ...adapter, ...change(adapter) };
}

/** Presses a control of the detail by its name, once it is there. */
export async function press(root: ParentNode, name: string | RegExp): Promise<void> {
  const control = await until(
    () => {
      const controls = deepQuery(root, 'batch-sync-detail')?.shadowRoot?.querySelectorAll<HTMLElement>(
        'button, a[href]',
      );
      return [...(controls ?? [])].find(each => {
        const own = (each.getAttribute('aria-label') ?? each.textContent ?? '').replace(/\s+/g, ' ').trim();
        return typeof name === 'string' ? own === name : name.test(own);
      });
    },
    `There is no ${String(name)}`,
  );
  control.click();
}
