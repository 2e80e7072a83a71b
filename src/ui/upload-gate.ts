import { html, type TemplateResult } from 'lit';
import type { Problem } from '../core/problem.js';
import type { Words } from '../words/words.js';
import { emptyState, notice, problemText } from './notice.js';
import { notConfigured } from './blank-states.js';
import * as icons from './icons.js';

/** Why nothing can be uploaded here; `loading`: it is not known yet. */
export type UploadGate = 'unconfigured' | 'loading' | 'rights-unknown' | 'forbidden' | 'ready';

interface GateContent {
  readonly gate: Exclude<UploadGate, 'ready'>;
  readonly problem: Problem | null;
  readonly retry: () => void;
}

export function gateBody({ gate, problem, retry }: GateContent, words: Words): TemplateResult {
  switch (gate) {
    case 'unconfigured':
      return notConfigured(words);
    case 'forbidden':
      return html`<slot name="forbidden"
        >${emptyState({
          part: 'empty',
          icon: icons.lock,
          heading: words.t('upload.forbidden.heading'),
          body: words.t('upload.forbidden.body'),
        })}</slot
      >`;
    case 'loading':
      return html`<div class="dropzone dropzone-waiting" part="dropzone" aria-busy="true">
        <span class="visually-hidden">${words.t('upload.loading')}</span>
        <span class="skeleton" aria-hidden="true"></span>
        <span class="skeleton" aria-hidden="true"></span>
      </div>`;
    case 'rights-unknown':
      return notice({
        tone: 'failed',
        heading: words.t('upload.rightsUnknown'),
        body: problem ? html` ${problemText(problem, words)}` : undefined,
        actions: html`<button class="button" part="button" type="button" data-focus @click=${retry}>
          ${words.t('action.retry')}
        </button>`,
      });
  }
}
