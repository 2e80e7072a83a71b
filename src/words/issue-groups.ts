import type { BatchDefinition } from '../core/definition.js';
import type { Findings } from '../core/findings.js';
import type { Issue, Severity } from '../core/issue.js';
import { describe } from './describe.js';
import type { Words } from './words.js';

/** Issues under one heading, with one piece of advice. */
export interface IssueGroup {
  readonly heading: string;
  readonly advice: string;
  readonly severity: Severity;
  readonly count: number;
  has(issue: Issue): boolean;
}

const ranks: readonly Severity[] = ['error', 'warning', 'info'];

/** Made of the counts: a heading depends on an issue's code, severity and column only. Gravest first, then most. */
export function issueGroups(
  { counts }: Pick<Findings, 'counts'>,
  definition: BatchDefinition,
  words: Words,
): readonly IssueGroup[] {
  const groups = new Map<string, Omit<IssueGroup, 'has'> & { kinds: Set<string> }>();
  for (const kind of counts) {
    const { heading, advice } = describe(kind, definition, words);
    const key = `${kind.severity} ${heading}`;
    const group = groups.get(key) ?? { heading, advice, severity: kind.severity, count: 0, kinds: new Set<string>() };
    groups.set(key, { ...group, count: group.count + kind.count, kinds: group.kinds.add(kindOf(kind)) });
  }
  return [...groups.values()]
    .sort((a, b) => ranks.indexOf(a.severity) - ranks.indexOf(b.severity) || b.count - a.count)
    .map(({ kinds, ...group }) => ({ ...group, has: issue => kinds.has(kindOf(issue)) }));
}

function kindOf({ code, severity, column }: Pick<Issue, 'code' | 'severity' | 'column'>): string {
  return `${severity} ${code} ${column ?? ''}`;
}
