import { array, minLength, nullable, number, object, optional, string } from 'zod/mini';
import type { infer as Shape } from 'zod/mini';
import { repairNames } from '../core/issue.js';
import { oneOf, recordOf } from './wire-shapes.js';

// What a backend is to send where something is wrong. The elements read less strictly (problems.ts), because an error
// that is badly told is still an error; whoever checks a backend, or writes the contract down, reads these.

export const issueShape = object({
  code: string().check(minLength(1)),
  severity: oneOf(['error', 'warning', 'info']),
  row: optional(number()),
  line: optional(number()),
  column: optional(string()),
  params: optional(recordOf<string | number>('string', 'number')),
  repair: optional(oneOf(repairNames)),
});

export const problemShape = object({
  type: optional(string()),
  title: string(),
  status: number(),
  code: string().check(minLength(1)),
  request_id: nullable(string()),
  detail: optional(nullable(string())),
  errors: optional(array(issueShape)),
  batch_id: optional(string()),
});

/** An entry of a problem's `errors`: an issue. */
export type IssueWire = Shape<typeof issueShape>;

/** `application/problem+json`. */
export type ProblemWire = Shape<typeof problemShape>;
