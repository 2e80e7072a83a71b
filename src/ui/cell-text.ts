import { html, type TemplateResult } from 'lit';

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
    if (code === 0x7f || (code < 0x20 && code !== 9 && code !== 10 && code !== 13)) return true;
  }
  return false;
}

/** Control characters as the pictures that Unicode has for them. */
function visible(text: string): string {
  let seen = '';
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    seen += code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : text[index];
  }
  return seen;
}
