import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../core/problem.js';
import type { View } from '../core/view.js';
import type { Words } from '../words/words.js';
import { emptyState, problemText } from './notice.js';
import { isolated } from './values.js';

type Press = () => void;

/** No batch was ever uploaded. `create` is `null` without the right. */
export function firstUse(
  words: Words,
  create: string | null,
  acts: { readonly create: Press; readonly sample: Press },
): TemplateResult {
  return slotted('empty', {
    part: 'empty',
    icon: 'upload',
    heading: words.t('table.empty.heading'),
    body: words.t(create === null ? 'table.empty.readonly' : 'table.empty.body'),
    actions:
      create === null
        ? nothing
        : html`${button(create, acts.create)}${button(words.t('table.empty.sample'), acts.sample)}`,
  });
}

/** Batches there are, but none that the view asks for. */
export function nothingFound(view: View, words: Words, onChange: (change: Partial<View>) => void): TemplateResult {
  const { search, matchCase, cursor } = view;
  const change = (label: string, to: Partial<View>) => button(label, () => onChange(to));
  const showAll = change(words.t('table.none.showAll'), {
    search: '',
    statuses: [],
    createdFrom: null,
    createdTo: null,
  });
  const ignoreCase = change(words.t('table.none.ignoreCase'), { matchCase: false });
  const params = { search: isolated(search) };
  const [body, actions] =
    cursor !== null
      ? [words.t('table.none.page'), change(words.t('table.none.firstPage'), { cursor: null })]
      : search === ''
        ? [words.t('table.none.filter'), showAll]
        : matchCase
          ? [words.t('table.none.search.matchCase', params), html`${showAll}${ignoreCase}`]
          : [words.t('table.none.search', params), showAll];
  return slotted('no-results', {
    part: 'empty',
    icon: 'search',
    heading: words.t('table.none.heading'),
    body,
    actions,
  });
}

export function loadFailed(problem: Problem, words: Words, onRetry: Press): TemplateResult {
  return slotted('error', {
    part: 'error',
    icon: 'warning',
    heading: words.t('table.error.heading'),
    body: problemText(problem, words),
    actions: button(words.t('action.retry'), onRetry),
  });
}

export function noAccess(words: Words): TemplateResult {
  return slotted('forbidden', {
    part: 'empty',
    icon: 'lock',
    heading: words.t('state.forbidden.heading'),
    body: words.t('state.forbidden.body'),
  });
}

export function notConfigured(words: Words): TemplateResult {
  return emptyState({
    part: 'empty',
    icon: 'settings',
    heading: words.t('state.unconfigured.heading'),
    body: words.t('state.unconfigured.body'),
  });
}

/** What a host may replace. */
function slotted(name: string, content: Parameters<typeof emptyState>[0]): TemplateResult {
  return html`<slot name=${name}>${emptyState(content)}</slot>`;
}

/** A button of ours with nothing but its words. */
export function button(label: string, onPress: Press): TemplateResult {
  return html`<button class="button" part="button" type="button" @click=${onPress}>${label}</button>`;
}
