/** Time and chance, so that a test can hold both. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls once after so many milliseconds, unless the answer was called before. */
  after(milliseconds: number, call: () => void): () => void;
  /** From 0 to 1. */
  random(): number;
}

export const pageClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

/** `milliseconds`, a fifth more or less: many pages must not come back in the same moment. */
export function jittered(milliseconds: number, clock: Clock): number {
  return milliseconds * (0.8 + 0.4 * clock.random());
}
