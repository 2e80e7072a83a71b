import { html, nothing, type TemplateResult } from 'lit';
import type { BatchDefinition } from '../core/definition.js';
import type { Findings } from '../core/findings.js';
import type { Issue, Severity } from '../core/issue.js';
import { describe } from '../words/describe.js';
import type { Words } from '../words/words.js';

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
export function issueGroups(findings: Findings, definition: BatchDefinition, words: Words): readonly IssueGroup[] {
  const groups = new Map<string, Omit<IssueGroup, 'has'> & { kinds: Set<string> }>();
  for (const kind of findings.counts) {
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

/** What to do about each kind of error. */
export function issueAdvice(groups: readonly IssueGroup[]): TemplateResult | typeof nothing {
  const advised = groups.filter(({ advice }) => advice !== '');
  if (advised.length === 0) return nothing;
  return html`<ul class="advice">
    ${advised.map(({ heading, advice }) => html`<li><strong>${heading}</strong> ${advice}</li>`)}
  </ul>`;
}

interface GroupFilter {
  readonly groups: readonly IssueGroup[];
  /** The heading whose issues are listed; `null` for all. */
  readonly selected: string | null;
  readonly select: (heading: string | null) => void;
}

/** How often there is what; pressing one lists its issues alone. One kind alone needs no filter. */
export function issueGroupFilter(
  { groups, selected, select }: GroupFilter,
  words: Words,
): TemplateResult | typeof nothing {
  if (groups.length < 2) return nothing;
  const chip = (heading: string | null, text: string, severity: Severity, count: number) =>
    html`<button
      class="chip chip-${severity}"
      part="filter"
      type="button"
      aria-pressed=${selected === heading}
      @click=${() => select(heading)}
    >
      ${text} <span class="chip-count">${words.number(count)}</span>
    </button>`;
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  return html`<div class="groups" role="group" aria-label=${words.t('issues.filter')}>
    ${chip(null, words.t('issues.all'), groups[0].severity, total)}
    ${groups.map(({ heading, severity, count }) => chip(heading, heading, severity, count))}
  </div>`;
}
