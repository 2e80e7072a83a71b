import { html, nothing, type TemplateResult } from 'lit';
import type { Severity } from '../core/issue.js';
import type { IssueGroup } from '../words/issue-groups.js';
import type { Words } from '../words/words.js';

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
