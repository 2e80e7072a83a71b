import { html, nothing, type TemplateResult } from 'lit';
import type { MessageKey } from '../words/en.js';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';

const all = ['describe', 'choose', 'review', 'send'] as const;

/** Which step each phase of the way belongs to; past the last one lies everything. */
const positions: Readonly<Record<string, number>> = {
  describing: 0,
  idle: 1,
  choosing: 1,
  reading: 1,
  review: 2,
  sending: 3,
  checking: 3,
  failed: 3,
  done: 4,
};

/** Where a person is on the way. */
export function uploadSteps(phase: string, describes: boolean, words: Words): TemplateResult {
  const at = positions[phase] ?? 0;
  return html`<ol class="steps" part="steps" aria-label=${words.t('upload.steps')}>
    ${all.map((step, index) => {
      if (step === 'describe' && !describes) return nothing;
      const text = words.t(`upload.step.${step}` satisfies MessageKey);
      if (index < at) {
        return html`<li class="step step-done">
          ${icon(icons.check)}${text}<span class="visually-hidden">, ${words.t('upload.step.completed')}</span>
        </li>`;
      }
      return html`<li class="step" aria-current=${index === at ? 'step' : nothing}>${text}</li>`;
    })}
  </ol>`;
}
