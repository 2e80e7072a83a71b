import { stopClock } from '../adapter/fixtures.js';
import type { Clock } from '../adapter/fixtures.js';

// Code comes in real time, however little passes here: what elements load when it is wanted is there already.
import.meta.glob(['../../src/elements/*.piece.ts', '../../src/state/live-of.ts', '../../src/adapter/rest-writes.ts'], {
  eager: true,
});

/** As it is while nobody holds it. */
const realTimer = setTimeout.bind(window);

/** For what a browser does by a clock of its own. */
export async function realPause(milliseconds: number): Promise<void> {
  await new Promise(resolve => void realTimer(resolve, milliseconds));
}

/** The page's timers, the time of day and chance, all in a test's hand until `restore()`. */
export function holdTime(start: number, random: () => number = Math.random): Clock {
  const clock = stopClock();
  const { now } = Date;
  const { random: realRandom } = Math;
  const { restore } = clock;
  Date.now = () => start + Math.floor(clock.passed);
  Math.random = random;
  clock.restore = () => {
    Date.now = now;
    Math.random = realRandom;
    restore();
  };
  return clock;
}
