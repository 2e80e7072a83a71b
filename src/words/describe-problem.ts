import type { Problem } from '../core/problem.js';
import type { Words } from './words.js';

/** Says what a failed call means. The server's own title is shown where we have no better sentence. */
export function describeProblem(problem: Problem, words: Words): string {
  const key = `problem.${problem.code}`;
  if (words.has(key)) return words.t(key);
  if (problem.code === 'unexpected' || problem.title === problem.code) return words.t('problem.unexpected');
  return problem.detail ?? problem.title;
}
