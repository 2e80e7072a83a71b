import { html, type TemplateResult } from 'lit';
import { chevronLeft, chevronRight, type Icon } from './icons.js';

/** Decoration: the words beside it, or the control's label, say what it means. */
export function icon(shape: Icon): TemplateResult {
  const flips = shape === chevronLeft || shape === chevronRight;
  return html`<svg class=${flips ? 'icon icon-flip' : 'icon'} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    ${shape()}
  </svg>`;
}
