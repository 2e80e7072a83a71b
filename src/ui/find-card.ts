import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';

export interface FindCardModel {
  /** Whether it is known yet that this is offered; until then it takes its place. */
  readonly offered: boolean;
  readonly text: string;
  /** How many ids were pasted at once, of which the first is in the field; 0 for none. */
  readonly pasted: number;
}

export interface FindCardActs {
  readonly type: (text: string) => void;
  readonly paste: (event: ClipboardEvent) => void;
  readonly submit: () => void;
  readonly clear: () => void;
  /** Answers with whether there was anything to close. */
  readonly close: () => boolean;
}

/** Where a person puts an id to ask what became of it. It asks when told to: ids are pasted whole, not typed. */
export function findCard({ offered, text, pasted }: FindCardModel, acts: FindCardActs, words: Words): TemplateResult {
  const typed = (event: Event) => acts.type((event.currentTarget as HTMLInputElement).value);
  return html`<form
    class="find"
    part="find"
    role="search"
    aria-labelledby="find-label"
    ?inert=${!offered}
    @submit=${(event: Event) => {
      event.preventDefault();
      acts.submit();
    }}
    @keydown=${closesOnEscape(acts.close)}
  >
    <label class="muted small" id="find-label" for="find-input">${words.t('find.label')}</label>
    <div class="search find-field">
      ${icon(icons.search)}
      <input
        class="search-input find-input"
        id="find-input"
        type="text"
        inputmode="search"
        enterkeyhint="search"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        placeholder=${words.t('find.placeholder')}
        aria-describedby=${pasted > 0 ? 'find-pasted' : nothing}
        .value=${live(text)}
        @input=${typed}
        @paste=${acts.paste}
      />
      ${
        text === ''
          ? nothing
          : html`<button
              class="search-clear"
              type="button"
              aria-label=${words.t('find.clear')}
              title=${words.t('find.clear')}
              @click=${acts.clear}
            >
              ${icon(icons.cross)}
            </button>`
      }
      <button class="button button-quiet find-go" part="button" type="submit">${words.t('find.go')}</button>
    </div>
    ${
      pasted > 0
        ? html`<p class="find-pasted small" id="find-pasted">${words.t('find.pasted', { count: pasted })}</p>`
        : nothing
    }
  </form>`;
}

/** The key that leaves is heard by what is around, such as a host's dialog, where there is nothing to leave here. */
export function closesOnEscape(close: () => boolean): (event: KeyboardEvent) => void {
  return event => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    if (!close()) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
