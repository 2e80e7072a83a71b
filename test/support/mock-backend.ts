import { executeServerCommand } from '@web/test-runner-commands';
import type { MockServerOptions } from '../../mocks/node.js';

/** What crosses from the page to the runner: everything but functions and running engines. */
export type MockBackendOptions = Pick<MockServerOptions, 'scenario' | 'connection'> & Record<string, unknown>;

/** A request as the server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  /** Of a write. */
  readonly key: string | null;
  /** Whether its connection had served another before: the browser repeats by itself what is reset there. */
  readonly warm: boolean;
  /** Not answered to its end, and the page still waits. */
  readonly open: boolean;
}

/**
 * Starts a mock backend of its own on the Node shell, on the page's origin, and answers its base URL: real HTTP, without
 * a service worker. `/__mock__/<any name>/v1/batch-sync` makes one with the default data when first asked for.
 */
export async function createMockBackend(options: MockBackendOptions = {}): Promise<string> {
  const name = Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => byte.toString(16)).join('');
  await executeServerCommand('create-mock-backend', { name, options });
  return `/__mock__/${name}/v1/batch-sync`;
}

/** A mock backend on the Node shell whose time stands still until a test lets it go on. */
export class HeldBackend {
  readonly baseUrl: string;
  readonly #name: string;

  constructor(name: string, baseUrl: string) {
    this.#name = name;
    this.baseUrl = baseUrl;
  }

  static async create(options: MockBackendOptions = {}): Promise<HeldBackend> {
    const baseUrl = await createMockBackend({ ...options, held: true });
    return new HeldBackend(baseUrl.split('/')[2] ?? '', baseUrl);
  }

  async advance(milliseconds: number): Promise<void> {
    await executeServerCommand('advance-mock-backend', { name: this.#name, ms: milliseconds });
  }

  /** Batches that it has, as the server itself counts them. */
  async count(): Promise<number> {
    return executeServerCommand('mock-backend-count', { name: this.#name });
  }

  /** Every request so far, in the order in which they came. */
  async requests(): Promise<readonly SeenRequest[]> {
    return executeServerCommand('mock-backend-requests', { name: this.#name });
  }
}

/** Built pages under the strict content security policy, on the Node shell; they are built when first asked for. */
export const strictPages = {
  demo: '/__strict__/batch/batch-sync',
  oneFile: '/__strict__/one-file/index.html',
} as const;

/** The backend of the built pages, as whoever is on one of them reaches it. */
export const strictBackend = new HeldBackend('strict-pages', '/v1/batch-sync');
