import { wait } from '../adapter/time.js';
import { createFiles } from './files.js';
import type { ConformanceOptions } from './options.js';
import type { Setting } from './stage.js';

/** What does not depend on how the contract is spoken. `ending` is aborted when the run is over. */
export function settingOf(
  options: ConformanceOptions,
  ending: AbortSignal,
): Pick<Setting, 'files' | 'allowWrites' | 'timeout' | 'settleTime' | 'silence' | 'signal'> & {
  readonly pause: (milliseconds: number) => Promise<void>;
} {
  const { allowWrites = false, orderIds = [], timeout = 30_000, settleTime = 120_000, silence = 45_000 } = options;
  const { pause = wait } = options;
  const signal = options.signal ? AbortSignal.any([options.signal, ending]) : ending;
  return {
    files: createFiles([...new Set(orderIds)]),
    allowWrites,
    timeout,
    settleTime,
    silence,
    signal,
    pause: milliseconds => pause(milliseconds, signal),
  };
}
