import { html, nothing, type TemplateResult } from 'lit';
import { heading } from './heading.js';
import { icon } from './icon.js';
import * as icons from './icons.js';

export interface HeaderModel {
  readonly level: number;
  readonly title: string;
  /** `null`: left out. */
  readonly introduction: string | null;
  /** The button that begins a batch; `null` without the right. */
  readonly create: { readonly label: string; readonly onPress: () => void } | null;
}

/** What this is, what it is for, and the one primary action. */
export function tableHeader({ level, title, introduction, create }: HeaderModel): TemplateResult {
  return html`<div class="header">
    <div class="header-text">
      <slot name="heading">${heading(level, title)}</slot>
      ${
        introduction === null
          ? nothing
          : html`<slot name="description"><p class="description muted" part="description">${introduction}</p></slot>`
      }
    </div>
    ${
      create === null
        ? nothing
        : html`<button
            class="button button-primary create"
            part="button button-primary"
            type="button"
            @click=${create.onPress}
          >
            ${icon(icons.plus)}${create.label}
          </button>`
    }
  </div>`;
}
