/** Time as the mock backend sees it. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls `callback` once, `ms` from now; the answer takes it back. */
  after(ms: number, callback: () => void): () => void;
}

/** A clock that stands still until it is told to go on, in whole milliseconds as the system's does. */
export interface ManualClock extends Clock {
  /** Goes on by `ms`, and calls at its own moment whatever falls due on the way. */
  advance(ms: number): void;
}

// A longer delay overflows to 1 ms in browsers and in Node.
const longestTimeout = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, Math.min(Math.max(ms, 0), longestTimeout));
    return () => clearTimeout(timer);
  },
};

export function createManualClock(start: number | string = '2026-10-12T09:00:00Z'): ManualClock {
  let now = typeof start === 'number' ? start : Date.parse(start);
  const timers = new Set<{ at: number; callback: () => void }>();
  const nextUntil = (end: number) =>
    [...timers].reduce<{ at: number; callback: () => void } | null>(
      (first, timer) => (timer.at <= end && (!first || timer.at < first.at) ? timer : first),
      null,
    );
  return {
    now: () => now,
    after(ms, callback) {
      const timer = { at: now + Math.max(Math.round(ms), 0), callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance(ms) {
      const end = now + Math.round(ms);
      for (let timer = nextUntil(end); timer; timer = nextUntil(end)) {
        timers.delete(timer);
        now = Math.max(now, timer.at);
        timer.callback();
      }
      now = end;
    },
  };
}

/** Resolves `ms` later, or rejects with the signal's reason. */
export function wait(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const cancel = clock.after(ms, () => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    });
    const onAbort = () => {
      cancel();
      reject(signal?.reason as Error);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
