import { html, nothing, type TemplateResult } from 'lit';
import { descriptionLength, isDescription, longestDescription } from '../core/description.js';
import type { Words } from '../words/words.js';

/** What is wrong with a description, `null` for nothing. */
export function descriptionFault(description: string, words: Words): string | null {
  if (isDescription(description)) return null;
  const excess = descriptionLength(description) - longestDescription;
  return excess > 0 ? words.t('upload.description.tooLong', { count: excess }) : words.t('upload.description.missing');
}

interface DescriptionField {
  readonly value: string;
  /** Whether a fault is shown already: not before the person tried to go on. */
  readonly judged: boolean;
  readonly input: (value: string) => void;
}

export function descriptionField({ value, judged, input }: DescriptionField, words: Words): TemplateResult {
  const fault = judged ? descriptionFault(value, words) : null;
  const count = descriptionLength(value);
  return html`<div class="description" part="description">
    <label class="label" for="description">${words.t('upload.description.label')}</label>
    <textarea
      class="field"
      id="description"
      rows="4"
      required
      data-focus
      aria-invalid=${fault === null ? nothing : 'true'}
      aria-describedby=${fault === null ? 'description-hint' : 'description-fault description-hint'}
      .value=${value}
      @input=${(event: Event) => input((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    <div class="description-notes small muted">
      <span>
        ${fault === null ? nothing : html`<strong class="fault" id="description-fault">${fault}</strong>`}
        <span id="description-hint">${words.t('upload.description.hint')}</span>
      </span>
      <span class="number">${words.t('upload.description.count', { count, max: longestDescription })}</span>
    </div>
  </div>`;
}
