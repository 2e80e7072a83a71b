import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import { gatewaySwitch } from './upload-verdict.js';

/** What is decided beside the file. */
export interface Choices {
  /** `null` where none is asked for. */
  readonly description: string | null;
  readonly editDescription: () => void;
  readonly syncWithGateway: boolean;
  readonly setSyncWithGateway: (on: boolean) => void;
}

export function uploadChoices(choices: Choices, words: Words): TemplateResult {
  const { description, syncWithGateway, setSyncWithGateway } = choices;
  return html`<div class="choices">
    ${
      description === null
        ? nothing
        : html`<div class="described">
            <div>
              <p class="small muted">${words.t('upload.description.label')}</p>
              <p class="described-text"><bdi>${description}</bdi></p>
            </div>
            <button class="button" part="button" type="button" @click=${choices.editDescription}>
              ${words.t('upload.description.edit')}
            </button>
          </div>`
    }
    ${gatewaySwitch({ on: syncWithGateway, disabled: false, change: setSyncWithGateway }, words)}
  </div>`;
}
