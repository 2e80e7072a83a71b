import type { BatchSyncAdapter } from '../adapter/adapter.js';
import { scopeOf } from '../adapter/address.js';
import type { SharedConfig } from '../adapter/context.js';
import { lateImport } from '../core/late-import.js';

const loadRest = lateImport(() => import('../adapter/rest.js'));

/** What of a configuration concerns the way to the backend. */
export type TransportConfig = Pick<
  SharedConfig,
  'adapter' | 'baseUrl' | 'getAccessToken' | 'fetch' | 'headers' | 'credentials'
>;

/**
 * The adapter that a configuration asks for. Another one only for another `adapter` or `baseUrl`, and where a function
 * comes that was not there, such as the one that gives tokens: what was refused without it is asked again. Everything
 * else is read from the configuration in force whenever a call needs it.
 */
export class AdapterSource {
  readonly #config: () => TransportConfig;
  #way: string | null = null;
  #rest: BatchSyncAdapter | null = null;

  constructor(config: () => TransportConfig) {
    this.#config = config;
  }

  /** `null` where neither an adapter nor an address is configured. */
  get adapter(): BatchSyncAdapter | null {
    const config = this.#config();
    const { adapter, baseUrl } = config;
    if (adapter !== undefined || baseUrl === undefined) {
      this.forget();
      return adapter ?? null;
    }
    const way = wayOf(config);
    if (way !== this.#way) {
      this.#way = way;
      this.#rest = lazyRestAdapter(baseUrl, this.#config);
    }
    return this.#rest;
  }

  /** The next adapter knows nothing of the last one, such as its token. */
  forget(): void {
    this.#way = null;
    this.#rest = null;
  }
}

/** Where it leads, and by what. */
function wayOf({ baseUrl, getAccessToken, fetch, headers, credentials }: TransportConfig): string {
  return JSON.stringify([baseUrl, Boolean(getAccessToken), Boolean(fetch), Boolean(headers), credentials]);
}

/**
 * An adapter whose code is fetched with the first call. It is made for each call, which costs nothing and keeps nothing,
 * so that a call has the functions, headers and credentials of its time.
 */
function lazyRestAdapter(baseUrl: string, config: () => TransportConfig): BatchSyncAdapter {
  const rest = async (): Promise<Required<BatchSyncAdapter>> => {
    const { createRestAdapter } = await loadRest();
    return createRestAdapter({ ...config(), baseUrl });
  };
  return {
    get scope() {
      return scopeOf({ ...config(), baseUrl });
    },
    capabilities: async (...call) => (await rest()).capabilities(...call),
    listBatches: async (...call) => (await rest()).listBatches(...call),
    getBatch: async (...call) => (await rest()).getBatch(...call),
    listTasks: async (...call) => (await rest()).listTasks(...call),
    createBatch: async (...call) => (await rest()).createBatch(...call),
    findBatches: async (...call) => (await rest()).findBatches(...call),
    breakdown: async (...call) => (await rest()).breakdown(...call),
    findTasks: async (...call) => (await rest()).findTasks(...call),
    syncWithGateway: async (...call) => (await rest()).syncWithGateway(...call),
    retryFailed: async (...call) => (await rest()).retryFailed(...call),
    cancelBatch: async (...call) => (await rest()).cancelBatch(...call),
    decide: async (...call) => (await rest()).decide(...call),
    async *subscribe(...call) {
      yield* (await rest()).subscribe(...call);
    },
  };
}
