import { abortable } from './time.js';

interface SharedRead {
  readonly result: Promise<unknown>;
  readonly abort: AbortController;
  waiting: number;
}

/** Reads under way, by address: who asks for what is awaited already waits along. */
export interface SharedReads {
  /** Rejects with the signal's reason as soon as it aborts; the read itself goes on while anybody waits for it. */
  join<Result>(name: string, signal: AbortSignal, read: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
  /** Something has changed: what is under way may not know of it, so nobody joins it any more. */
  forget(): void;
}

export function createSharedReads(): SharedReads {
  const running = new Map<string, SharedRead>();

  function begin(name: string, read: (signal: AbortSignal) => Promise<unknown>): SharedRead {
    const abort = new AbortController();
    const shared: SharedRead = { abort, waiting: 0, result: read(abort.signal).finally(() => leave(name, shared)) };
    running.set(name, shared);
    return shared;
  }

  function leave(name: string, shared: SharedRead): void {
    if (running.get(name) === shared) running.delete(name);
  }

  return {
    async join<Result>(name: string, signal: AbortSignal, read: (signal: AbortSignal) => Promise<Result>) {
      signal.throwIfAborted();
      const shared = running.get(name) ?? begin(name, read);
      shared.waiting++;
      try {
        // One name has one kind of result: both are told by the address.
        return (await abortable(shared.result, signal)) as Result;
      } finally {
        shared.waiting--;
        if (shared.waiting === 0) {
          leave(name, shared);
          shared.abort.abort();
        }
      }
    },
    forget: () => running.clear(),
  };
}
