import { html, type TemplateResult } from 'lit';
import type { BatchDefinition } from '../core/definition.js';
import type { Words } from '../words/words.js';
import { notice } from './notice.js';
import { isRepeated } from './press.js';
import { sentence } from './sentence.js';

/** Rows that were pasted without their header line, and the line to add. */
export function headerlessNotice({ columns }: BatchDefinition, add: () => void, words: Words): TemplateResult {
  const names = columns.map(({ name }) => name).join(', ');
  return notice({
    tone: 'partial',
    heading: words.t('upload.headerless.heading'),
    body: html`<p>
      ${sentence(words.t('upload.headerless.body'), { columns: html`<span class="id">${names}</span>` })}
    </p>`,
    actions: html`<button
      class="button"
      part="button"
      type="button"
      data-header
      @click=${(event: MouseEvent) => !isRepeated(event) && add()}
    >
      ${words.t('upload.headerless.add')}
    </button>`,
  });
}
