import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../core/problem.js';
import type { View } from '../core/view.js';
import { isFiltered } from '../core/view-params.js';
import type { MessageKey } from '../words/en.js';
import type { Words } from '../words/words.js';
import { button, slotted } from './blank-states.js';
import { problemText } from './notice.js';
import { isolated } from './values.js';
import * as icons from './icons.js';

type Press = () => void;

/** No batch was ever uploaded. `create` is `null` without the right. */
export function firstUse(
  words: Words,
  create: string | null,
  acts: { readonly create: Press; readonly sample: Press },
): TemplateResult {
  return slotted('empty', {
    part: 'empty',
    icon: icons.upload,
    heading: words.t('table.empty.heading'),
    body: words.t(create === null ? 'table.empty.readonly' : 'table.empty.body'),
    actions:
      create === null
        ? nothing
        : html`${button(create, acts.create)}${button(words.t('table.empty.sample'), acts.sample)}`,
  });
}

/** What a search that minds case would find otherwise: so many, some, or nobody knows. */
export type CaseHintModel = number | 'some' | 'unknown';

/** Batches there are, but none that the view asks for. */
export function nothingFound(
  view: View,
  hint: CaseHintModel,
  words: Words,
  onChange: (change: Partial<View>) => void,
): TemplateResult {
  const { search, matchCase, cursor } = view;
  const change = (label: string, to: Partial<View>) => button(label, () => onChange(to));
  const noFilters = { statuses: [], createdFrom: null, createdTo: null };
  const filtered = isFiltered({ ...view, search: '' });
  const actions = html`${
    matchCase && search !== '' && hint !== 0 ? change(words.t('table.none.ignoreCase'), { matchCase: false }) : nothing
  }
  ${filtered && search !== '' ? change(words.t('table.filters.clear'), noFilters) : nothing}
  ${change(words.t('table.none.showAll'), { search: '', ...noFilters })}`;
  return slotted('no-results', {
    part: 'empty',
    icon: icons.search,
    heading: words.t('table.none.heading'),
    body: html`${words.t(reasonOf(view), { search: isolated(search) })}${
      hint === 'unknown' || hint === 0 ? nothing : html`<div class="case-hint">${caseHintText(hint, words)}</div>`
    }`,
    actions: cursor === null ? actions : change(words.t('table.none.firstPage'), { cursor: null }),
  });
}

/** That a search would find something if it did not mind case. */
export function caseHintText(hint: number | 'some', words: Words): string {
  return hint === 'some' ? words.t('table.none.hint.some') : words.t('table.none.hint', { count: hint });
}

function reasonOf(view: View): MessageKey {
  const { search, matchCase, statuses, createdFrom, createdTo, cursor } = view;
  const created = createdFrom !== null || createdTo !== null;
  const status = statuses.length > 0;
  if (cursor !== null) return 'table.none.page';
  if (search !== '' && (status || created)) return 'table.none.search.filters';
  if (search !== '') return matchCase ? 'table.none.search.matchCase' : 'table.none.search';
  if (status && created) return 'table.none.filters';
  return status ? 'table.none.status' : 'table.none.created';
}

/** `onCopy` takes the request id, which is what support asks for; `copied` a moment ago. */
export function loadFailed(
  problem: Problem,
  words: Words,
  { copied, onRetry, onCopy }: { copied: boolean; onRetry: Press; onCopy: (requestId: string) => void },
): TemplateResult {
  const { requestId } = problem;
  const copy =
    requestId === null
      ? nothing
      : button(words.t(copied ? 'action.copied' : 'action.copyRequestId'), () => onCopy(requestId));
  return slotted('error', {
    part: 'error',
    icon: icons.warning,
    heading: words.t('table.error.heading'),
    body: problemText(problem, words),
    actions: html`${button(words.t('action.retry'), onRetry)}${copy}`,
  });
}
