import { html, nothing, type TemplateResult } from 'lit';
import type { Issue, Severity } from '../core/issue.js';
import type { Sequence } from '../core/report.js';
import type { IssueGroup } from '../words/issue-groups.js';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';

/** Issues that are looked through for places to lead to, and places that are named of each kind. */
const searched = 2000;
const named = 3;

interface Summary {
  readonly issues: Sequence<Issue>;
  readonly groups: readonly IssueGroup[];
  /** Whether a row is there to be led to: nobody knows where one with an open quote ends. */
  readonly hasRow: (row: number) => boolean;
  /** Leads to a cell; `null` where none is on screen. */
  readonly goTo: ((issue: Issue) => void) | null;
}

/** What to do about each kind of error, and the way to the first of them. */
export function issueSummary({ issues, groups, hasRow, goTo }: Summary, words: Words): TemplateResult | typeof nothing {
  const advised = groups.filter(({ advice }) => advice !== '');
  if (advised.length === 0) return nothing;
  const places = goTo ? firstPlaces(issues, advised, hasRow) : new Map<IssueGroup, readonly Issue[]>();
  return html`<ul class="advice">
    ${advised.map(
      group =>
        html`<li>
          <strong>${group.heading}</strong> ${group.advice} ${placesOf(group, places.get(group) ?? [], goTo, words)}
        </li>`,
    )}
  </ul>`;
}

function placesOf(
  { count }: IssueGroup,
  places: readonly Issue[],
  goTo: Summary['goTo'],
  words: Words,
): TemplateResult | typeof nothing {
  if (goTo === null || places.length === 0) return nothing;
  const more = count - places.length;
  return html`<span class="places"
    >${places.map(
      issue =>
        html`<button class="link" type="button" @click=${() => goTo(issue)}>
          ${words.t('review.goTo', { row: issue.row ?? 0 })}
        </button> `,
    )}${more > 0 ? html`<span class="muted">${words.t('review.more', { count: more })}</span>` : nothing}</span
  >`;
}

/** The first rows of each kind, one place for each row. */
function firstPlaces(
  issues: Sequence<Issue>,
  groups: readonly IssueGroup[],
  hasRow: Summary['hasRow'],
): ReadonlyMap<IssueGroup, readonly Issue[]> {
  const places = new Map<IssueGroup, Issue[]>(groups.map(group => [group, []]));
  let left = searched;
  for (const issue of issues) {
    if (left-- === 0) break;
    const group = issue.row === undefined ? undefined : groups.find(({ has }) => has(issue));
    const found = group && places.get(group);
    const isNext = found && found.length < named && found.at(-1)?.row !== issue.row;
    if (isNext && hasRow(issue.row ?? 0)) found.push(issue);
  }
  return places;
}

interface RowFilter {
  readonly groups: readonly IssueGroup[];
  /** The heading whose rows are listed; `null` for all. */
  readonly selected: string | null;
  readonly select: (heading: string | null) => void;
  readonly onlyIssues: boolean;
  /** `null` where there are no rows to show instead. */
  readonly showAll: ((all: boolean) => void) | null;
}

/** How often there is what; pressing one lists its rows alone. One kind alone needs no filter. */
export function rowFilter(filter: RowFilter, words: Words): TemplateResult | typeof nothing {
  const { groups, selected, select, onlyIssues, showAll } = filter;
  if (groups.length === 0) return nothing;
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const chip = (heading: string | null, text: string, severity: Severity, count: number) =>
    html`<button
      class="chip chip-${severity}"
      part="filter"
      type="button"
      aria-pressed=${onlyIssues && selected === heading}
      @click=${() => select(heading)}
    >
      ${text} <span class="chip-count">${words.number(count)}</span>
    </button>`;
  return html`<div class="groups" role="group" aria-label=${words.t('issues.filter')}>
    ${
      groups.length < 2
        ? nothing
        : html`${chip(null, words.t('issues.all'), groups[0].severity, total)}
          ${groups.map(({ heading, severity, count }) => chip(heading, heading, severity, count))}`
    }
    ${
      showAll
        ? html`<button
            class="chip chip-only"
            part="filter"
            type="button"
            aria-pressed=${onlyIssues}
            @click=${() => showAll(onlyIssues)}
          >
            ${words.t('review.onlyIssues')}${onlyIssues ? icon(icons.check) : nothing}
          </button>`
        : nothing
    }
  </div>`;
}
