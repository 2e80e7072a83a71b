import type { UploadContext } from '../src/adapter/adapter.js';
import type { Clock } from './clock.js';

/** How often a connection tells how far it is. */
const tickMs = 250;

export interface Connection {
  readonly clock: Clock;
  readonly bytesPerSecond: number;
}

/** Resolves when all bytes are sent, as a steady connection sends them. Rejects with the signal's reason. */
export function sendBytes(
  total: number,
  { clock, bytesPerSecond }: Connection,
  { signal, onProgress }: Pick<UploadContext, 'signal' | 'onProgress'>,
): Promise<void> {
  const duration = (total / bytesPerSecond) * 1000;
  const ticks = Array.from({ length: Math.ceil(duration / tickMs) }, (_, index) => (index + 1) * tickMs);
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    // Announced all at once: a clock that is told to go on meets each of them.
    const cancels = ticks.map(at =>
      clock.after(Math.min(at, duration), () => {
        onProgress?.({ loaded: Math.round(total * Math.min(at / duration, 1)), total });
        if (at >= duration) resolve();
      }),
    );
    const onAbort = () => {
      for (const cancel of cancels) cancel();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    if (ticks.length === 0) resolve();
  });
}
