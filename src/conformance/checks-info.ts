import { allChecks } from './checks/index.js';
import type { CheckInfo } from './report.js';
import { infoOf } from './run.js';

/** Every check, in the order in which they run. */
export const checks: readonly CheckInfo[] = allChecks.map(infoOf);
