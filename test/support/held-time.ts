import { stopClock } from '../adapter/fixtures.js';
import type { Clock } from '../adapter/fixtures.js';

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
