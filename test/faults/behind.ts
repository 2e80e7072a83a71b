import { createBackend, createFetch } from '../../mocks/index.js';
import type { ScenarioName } from '../../mocks/index.js';
import type { ConnectionName } from '../../mocks/node.js';
import type { RestAdapterOptions } from '../../src/adapter/rest.js';
import type { Clock } from '../adapter/fixtures.js';
import { holdTime } from '../support/held-time.js';
import { HeldBackend } from '../support/mock-backend.js';

/** What is behind a page whose time stands still. */
export interface Behind {
  readonly clock: Clock;
  readonly connect: Pick<RestAdapterOptions, 'baseUrl' | 'fetch'>;
  /** Lets a second go by, here and there. */
  second(): Promise<void>;
  /** Every request so far, such as `GET /batches`, whatever its query. */
  asked(): Promise<readonly string[]>;
  /** Batches that the server has. */
  count(): Promise<number>;
}

const start = Date.parse('2026-10-12T09:00:00Z');

/** A backend in the page itself, by the page's clock. */
export function inPage(scenario: readonly ScenarioName[], batches: number): Behind {
  const clock = holdTime(start);
  const { engine, handle } = createBackend({ scenario, batches, basePath: '/v1' });
  const asked: string[] = [];
  const fetch = createFetch(request => {
    asked.push(`${request.method} ${new URL(request.url).pathname.slice('/v1'.length)}`);
    return handle(request);
  });
  return {
    clock,
    connect: { baseUrl: 'https://faults.test/v1', fetch },
    second: () => clock.pass(1000),
    asked: async () => asked,
    count: async () => engine.snapshot().records.length,
  };
}

/** A server, over connections of the browser's own. */
export async function overConnections(connection: ConnectionName, scenario: ScenarioName): Promise<Behind> {
  const backend = await HeldBackend.create({ connection, scenario, batches: 0 });
  const clock = holdTime(Date.now());
  return {
    clock,
    connect: { baseUrl: backend.baseUrl },
    async second() {
      await clock.pass(1000);
      // The server answers in turn: what it was asked before has been answered, but for what waits.
      await backend.advance(1000);
    },
    asked: async () =>
      (await backend.requests()).map(({ method, path }) => `${method} ${path.replace(/^.*\/batch-sync|\?.*/g, '')}`),
    count: () => backend.count(),
  };
}
