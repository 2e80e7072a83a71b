import type * as Codec from '../adapter/batch-codec.js';
import type { Batch } from '../core/batch.js';
import { lateImport } from '../core/late-import.js';

/** What pages tell each other; the batches as on the wire, and read like what comes from there. */
type Message =
  | { readonly type: 'read'; readonly batches: readonly unknown[]; readonly failing: boolean }
  | { readonly type: 'want'; readonly ids: readonly string[] };

export interface PollingPagesHandlers {
  /** The page that reads has read these. `failing`: it could not, and not before either. */
  heard(batches: readonly Batch[], failing: boolean): void;
  /** Another page wants to hear of these, and this page is the one that reads. */
  wanted(ids: readonly string[]): void;
  /** This page is the one that reads from now on. */
  leads(): void;
}

type BatchCodec = typeof Codec;

const loadCodec = lateImport(() => import('../adapter/batch-codec.js'));

/** More than one page of a list. What is longer was not said by one of ours. */
const longestMessage = 200;

/**
 * The pages of one origin that poll the same for the same person. One of them reads, whichever holds a lock by their
 * name, and tells the others; when it is closed, hidden or has nothing to read, the next one takes over. Where the
 * browser has no locks, which is so on plain http, or keeps the page from them, each page reads for itself.
 */
export class PollingPages {
  readonly #handlers: PollingPagesHandlers;
  #name: string | null = null;
  #channel: BroadcastChannel | null = null;
  #leaving: AbortController | null = null;
  #codec: BatchCodec | null = null;
  #leads = false;

  constructor(handlers: PollingPagesHandlers) {
    this.#handlers = handlers;
  }

  /** Whether another page reads for this one. */
  get follows(): boolean {
    return this.#leaving !== null && !this.#leads;
  }

  /** Takes part under a name; `null`, or a browser without locks, is for nobody but oneself. */
  join(name: string | null): void {
    if (name === this.#name) return;
    this.leave();
    this.#name = name;
    const { locks } = navigator as Partial<Navigator>;
    if (name === null || !locks || typeof BroadcastChannel === 'undefined') return;
    const { signal } = (this.#leaving = new AbortController());
    void this.#enter(name, locks, signal);
  }

  leave(): void {
    this.#name = null;
    this.#leaving?.abort();
    this.#leaving = null;
    this.#leads = false;
    this.#channel?.close();
    this.#channel = null;
    this.#codec = null;
  }

  /** Tells the others what was read, if this page is the one that reads. */
  tell(batches: readonly Batch[], failing: boolean): void {
    const codec = this.#codec;
    if (!this.#leads || codec === null) return;
    try {
      const told = batches.map(batch => codec.batchToWire(withoutRows(batch)));
      this.#post({ type: 'read', batches: told, failing });
    } catch {
      // An adapter of the host's may be plain JavaScript: what is no batch the others read themselves.
    }
  }

  /** Asks the page that reads to read these as well. */
  want(ids: readonly string[]): void {
    if (this.follows) this.#post({ type: 'want', ids: ids.slice(0, longestMessage) });
  }

  /** The wire comes with the adapter of the contract, on demand as that does. */
  async #enter(name: string, locks: LockManager, left: AbortSignal): Promise<void> {
    try {
      const codec = await loadCodec();
      if (left.aborted) return;
      this.#codec = codec;
      this.#channel = new BroadcastChannel(name);
      this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => this.#hear(data, codec);
      await locks.request(name, { signal: left }, () => this.#lead(left));
    } catch {
      // No code, or a browser that grants no lock here: this page reads, for itself.
      if (!left.aborted) this.#begin();
    }
  }

  /** The lock is held until we leave. */
  #lead(left: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      if (left.aborted) return resolve();
      left.addEventListener('abort', () => resolve(), { once: true });
      this.#begin();
    });
  }

  #begin(): void {
    this.#leads = true;
    this.#handlers.leads();
  }

  #post(message: Message): void {
    this.#channel?.postMessage(message);
  }

  #hear(data: unknown, codec: BatchCodec): void {
    const message = messageOf(data);
    if (message?.type === 'want' && this.#leads) this.#handlers.wanted(message.ids);
    if (message?.type === 'read' && !this.#leads) {
      this.#handlers.heard(readable(message.batches, codec), message.failing);
    }
  }
}

/** The first rows of a file that waits for approval are read by whoever is asked to decide. */
function withoutRows(batch: Batch): Batch {
  const { preview: _, ...snapshot } = batch;
  return snapshot;
}

/** What every page of this origin may say, so that nothing of it is taken on trust. */
function messageOf(data: unknown): Message | null {
  if (typeof data !== 'object' || data === null) return null;
  const { type, batches, failing, ids } = data as Readonly<Record<string, unknown>>;
  if (type === 'read' && isShort(batches) && typeof failing === 'boolean') return { type, batches, failing };
  if (type === 'want' && isShort(ids) && ids.every(id => typeof id === 'string')) return { type, ids };
  return null;
}

function isShort(list: unknown): list is readonly unknown[] {
  return Array.isArray(list) && list.length <= longestMessage;
}

function readable(batches: readonly unknown[], { batchFromWire }: BatchCodec): readonly Batch[] {
  return batches.flatMap(batch => {
    try {
      return [batchFromWire(batch)];
    } catch {
      return [];
    }
  });
}
