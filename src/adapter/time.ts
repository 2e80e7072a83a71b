import { ProblemError } from '../core/problem.js';

/** `promise`, or the signal's reason as soon as it aborts, also where the work itself does not listen. */
export function abortable<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** Resolves after `milliseconds`; rejects with the signal's reason, and leaves no timer. */
export async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await abortable(
      new Promise<void>(resolve => {
        timer = setTimeout(resolve, milliseconds);
      }),
      signal,
    );
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A signal that follows another until `end()`. What is left of a connection ends by this alone: Firefox keeps one open
 * whose reader is cancelled while it waits for more.
 */
export function endable(outer: AbortSignal): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  return { signal: AbortSignal.any([outer, controller.signal]), end: () => controller.abort() };
}

/** A signal that follows another, and aborts by itself where nothing moves. */
export interface StallWatch {
  readonly signal: AbortSignal;
  /** Something moved. */
  touch(): void;
  /** Ends the watch: no timer, no listener. */
  release(): void;
}

/** Aborts with a `ProblemError` `timeout` after `milliseconds` without `touch()`. */
export function watchStall(outer: AbortSignal, milliseconds: number): StallWatch {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const follow = () => controller.abort(outer.reason);
  const release = () => {
    clearTimeout(timer);
    outer.removeEventListener('abort', follow);
  };
  const touch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      release();
      controller.abort(new ProblemError({ code: 'timeout', title: 'No answer in time', retryable: true }));
    }, milliseconds);
  };

  touch();
  outer.addEventListener('abort', follow);
  if (outer.aborted) follow();
  return { signal: controller.signal, touch, release };
}
