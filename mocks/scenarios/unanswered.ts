import type { Intercept } from './scenario.js';

/** Waits until whoever asked gives up. */
export const unanswered: Intercept = request =>
  new Promise((_resolve, reject) => {
    request.signal.addEventListener('abort', () => reject(request.signal.reason as Error), { once: true });
  });
