import type { Problem } from '../core/problem.js';
import type { Outcome } from './backend.js';
import { outcomeText, problemText } from './text.js';

/** One check under way: what it finds, and the ways in which it ends early. */
export interface Trial {
  breach(expected: string, found: string, requestId?: string | null): void;
  /** The value of a call that must succeed; where it did not, that is a breach, and the end of the check. */
  value<Value>(outcome: Outcome<Value>, expected?: string): Value;
  /** The problem of a call that must be refused in this way; `null` where it was not, which is a breach. */
  refusal(outcome: Outcome<unknown>, expected: Refusal): Problem | null;
}

export interface Refusal {
  /** Any of them, where there are several. */
  readonly status: number | readonly number[];
  readonly code?: string;
}

/** Ends a check that cannot be run. */
export class Skipped extends Error {
  override readonly name = 'Skipped';
}

/** Ends a check whose finding is noted already. */
export class Ended extends Error {
  override readonly name = 'Ended';
}

/** Ends the check: it cannot be run, for this reason. */
export function skip(reason: string): never {
  throw new Skipped(reason);
}

export function createTrial(breach: Trial['breach']): Trial {
  return {
    breach,
    value(outcome, expected = 'a success') {
      if (outcome.ok) return outcome.value;
      breach(expected, problemText(outcome.problem), outcome.requestId);
      throw new Ended();
    },
    refusal(outcome, { status, code }) {
      const statuses = [status].flat();
      const expected = `${statuses.join(' or ')}${code === undefined ? '' : ` ${code}`}`;
      if (outcome.ok) {
        breach(expected, outcomeText(outcome), outcome.requestId);
        return null;
      }
      const { problem } = outcome;
      if (statuses.includes(problem.status) && (code === undefined || problem.code === code)) return problem;
      breach(expected, problemText(problem), outcome.requestId);
      return null;
    },
  };
}
