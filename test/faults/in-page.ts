import { createBackend, createFetch } from '../../mocks/index.js';
import type { ScenarioName } from '../../mocks/index.js';
import type { RestAdapterOptions } from '../../src/adapter/rest.js';
import type { Clock } from '../adapter/fixtures.js';

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

/** A backend in the page itself, by the page's clock, which stands still. */
export function backendInPage(clock: Clock, scenario: readonly ScenarioName[], batches: number): Behind {
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
