import { html, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import { emptyState } from './notice.js';
import * as icons from './icons.js';

export function noAccess(words: Words): TemplateResult {
  return slotted('forbidden', {
    part: 'empty',
    icon: icons.lock,
    heading: words.t('state.forbidden.heading'),
    body: words.t('state.forbidden.body'),
  });
}

export function notConfigured(words: Words): TemplateResult {
  return emptyState({
    part: 'empty',
    icon: icons.settings,
    heading: words.t('state.unconfigured.heading'),
    body: words.t('state.unconfigured.body'),
  });
}

/** What a host may replace. */
export function slotted(name: string, content: Parameters<typeof emptyState>[0]): TemplateResult {
  return html`<slot name=${name}>${emptyState(content)}</slot>`;
}

/** A button of ours with nothing but its words. */
export function button(label: string, onPress: () => void): TemplateResult {
  return html`<button class="button" part="button" type="button" @click=${onPress}>${label}</button>`;
}
