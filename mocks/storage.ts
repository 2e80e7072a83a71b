import type { Engine, EngineSnapshot } from './engine.js';

const store = 'state';
const entry = 'engine';

/** Keeps an engine's state in this browser. */
export interface EngineStorage {
  /** The state of an earlier visit; `null` for none, or one that this version cannot read. */
  load(): Promise<EngineSnapshot | null>;
  /** Saves after each act of a person, soon; the answer stops that. */
  keep(engine: Engine): () => void;
  /** Forgets everything, and whatever was about to be saved. */
  reset(): Promise<void>;
}

/**
 * @param name of the IndexedDB database.
 * @param delay milliseconds in which several acts are saved at once.
 */
export function createStorage(name = 'batch-sync-mock', delay = 250): EngineStorage {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const kept = new Map<Engine, () => void>();

  async function save(engine: Engine): Promise<void> {
    try {
      await inStore(name, 'readwrite', states => states.put(engine.snapshot(), entry));
    } catch {
      // A browser that keeps nothing, as in some private windows, has a demo that begins anew.
    }
  }

  return {
    async load() {
      try {
        const found: unknown = await inStore(name, 'readonly', states => states.get(entry));
        return isSnapshot(found) ? found : null;
      } catch {
        return null;
      }
    },
    keep(engine) {
      const stop = engine.onAct(() => {
        clearTimeout(timer);
        timer = setTimeout(() => void save(engine), delay);
      });
      kept.set(engine, stop);
      // What is there from the beginning is kept too: its times are told from the moment it was made.
      void save(engine);
      return () => {
        stop();
        kept.delete(engine);
      };
    },
    async reset() {
      clearTimeout(timer);
      for (const stop of kept.values()) stop();
      kept.clear();
      await inStore(name, 'readwrite', states => states.clear());
    },
  };
}

function isSnapshot(value: unknown): value is EngineSnapshot {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 1;
}

/** One request in one transaction. Rejects where the browser keeps nothing. */
function inStore<Result>(
  name: string,
  mode: IDBTransactionMode,
  ask: (states: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(store));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('IndexedDB is not available')));
    opening.addEventListener('success', () => {
      const database = opening.result;
      const transaction = database.transaction(store, mode);
      const request = ask(transaction.objectStore(store));
      transaction.addEventListener('complete', () => {
        database.close();
        resolve(request.result);
      });
      transaction.addEventListener('abort', () => {
        database.close();
        reject(transaction.error ?? new Error('IndexedDB gave up'));
      });
    });
  });
}
