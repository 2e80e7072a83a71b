import { executeServerCommand } from '@web/test-runner-commands';
import type { BackendOptions } from '../../mocks/index.js';

/** What crosses from the page to the runner: everything but functions and running engines. */
export type MockBackendOptions = Pick<BackendOptions, 'scenario'> & Record<string, unknown>;

/**
 * Starts a mock backend of its own on the Node shell, on the page's origin, and answers its base URL: real HTTP, without
 * a service worker. `/__mock__/<any name>/v1/batch-sync` makes one with the default data when first asked for.
 */
export async function createMockBackend(options: MockBackendOptions = {}): Promise<string> {
  const name = Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => byte.toString(16)).join('');
  await executeServerCommand('create-mock-backend', { name, options });
  return `/__mock__/${name}/v1/batch-sync`;
}

/** The built demo under the strict content security policy, on the Node shell; it is built when first asked for. */
export const strictDemo = '/__strict__/batch/batch-sync';
