import type { CallName } from './calls.js';
import type { CheckGroup, Need } from './report.js';
import type { Stage } from './stage.js';
import type { Trial } from './trial.js';

/** A line of the contract and how it is checked. */
export interface Check {
  readonly name: string;
  readonly group: CheckGroup;
  /** `null` for a line about every call. */
  readonly call: CallName | null;
  /** One sentence; Markdown only for code. */
  readonly contract: string;
  readonly needs?: readonly Need[];
  /** Whether it can be run for an account without any right; all others read at least. */
  readonly withoutRights?: boolean;
  /** Absent where every answer of the run is watched instead. */
  readonly run?: (stage: Stage, trial: Trial) => Promise<void>;
}
