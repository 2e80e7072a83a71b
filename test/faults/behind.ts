import type { ScenarioName } from '../../mocks/index.js';
import type { ConnectionName } from '../../mocks/node.js';
import { holdTime, realPause } from '../support/held-time.js';
import { HeldBackend } from '../support/mock-backend.js';
import { backendInPage, type Behind } from './in-page.js';

const start = Date.parse('2026-10-12T09:00:00Z');

/** A backend in the page itself. */
export function inPage(scenario: readonly ScenarioName[], batches: number): Behind {
  return backendInPage(holdTime(start), scenario, batches);
}

/**
 * A server, over connections of the browser's own. `second`: real milliseconds that one takes at least, for what a browser
 * tells by a clock of its own.
 */
export async function overConnections(connection: ConnectionName, scenario: ScenarioName, second = 0): Promise<Behind> {
  const backend = await HeldBackend.create({ connection, scenario, batches: 0 });
  const clock = holdTime(Date.now());
  return {
    clock,
    connect: { baseUrl: backend.baseUrl },
    async second() {
      if (second > 0) await realPause(second);
      await clock.pass(1000);
      // The server answers in turn: what it was asked before has been answered, but for what waits.
      await backend.advance(1000);
    },
    asked: async () =>
      (await backend.requests()).map(({ method, path }) => `${method} ${path.replace(/^.*\/batch-sync|\?.*/g, '')}`),
    count: () => backend.count(),
  };
}
