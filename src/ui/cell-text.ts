import { html, type TemplateResult } from 'lit';
import { isHidden, visible } from '../words/visible.js';

/** UTF-16 code units of a cell that are put on the page: one cell can hold a whole file. */
const longest = 200;

/** A cell as it is, isolated; what cannot be seen is shown as a picture of itself, and a long one is cut. */
export function cellText(value: string): TemplateResult {
  const shown = value.length > longest ? `${value.slice(0, longest)}…` : value;
  return html`<bdi>${visible(shown)}</bdi>`;
}

/** Whether a field would hide something of a cell: what is neither seen nor a blank. */
export function hidesCharacters(value: string): boolean {
  for (let index = 0; index < Math.min(value.length, longest); index++) {
    const code = value.charCodeAt(index);
    if (code !== 9 && code !== 10 && code !== 13 && isHidden(code)) return true;
  }
  return false;
}
