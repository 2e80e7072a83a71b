import { setupWorker } from 'msw/browser';
import { createBackend, createEngine, createStorage } from '../../mocks/index.js';
import { createHandlers } from '../../mocks/msw.js';
import type { Choices } from './choices.js';

/** The backend that stands in for a real one: it survives a reload and goes on by the clock meanwhile. */
export interface DemoBackend {
  /** Answers as the choices say, from when it resolves. */
  apply(choices: Choices): Promise<void>;
  /** Forgets all batches; the page begins anew after a reload. */
  reset(): Promise<void>;
}

export async function startBackend(choices: Choices): Promise<DemoBackend> {
  const storage = createStorage('northwind-pay-demo');
  const snapshot = await storage.load();
  const engine = createEngine(snapshot ? { snapshot } : {});
  storage.keep(engine);
  const handlersFor = ({ access, makerChecker, data, scenario }: Choices) =>
    createHandlers(
      createBackend({ engine, scenario: [scenario, data], session: { permission: access, makerChecker } }),
    );
  const worker = setupWorker(...handlersFor(choices));
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
  return {
    apply: async changed => worker.resetHandlers(...handlersFor(changed)),
    reset: () => storage.reset(),
  };
}
