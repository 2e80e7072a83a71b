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
    if (!isPlain(code) && code !== 9 && code !== 10 && code !== 13 && isHidden(code)) return true;
  }
  return false;
}

/** Controls of ASCII as the pictures that Unicode has for them, other hidden characters as their numbers. */
function visible(text: string): string {
  let seen = '';
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    seen += isPlain(code) || !isHidden(code) ? text[index] : pictureOf(code);
  }
  return seen;
}

/** The many that need no closer look. */
function isPlain(code: number): boolean {
  return code >= 0x20 && code < 0x7f;
}

/** Controls, the soft hyphen, blanks without width, marks of direction. Joiners belong to the letters beside them. */
function isHidden(code: number): boolean {
  if (code < 0xa0) return code < 0x20 || code >= 0x7f;
  if (code < 0x2000 || code > 0x2069) return code === 0xad || code === 0x61c || code === 0xfeff;
  return code === 0x200b || code === 0x200e || code === 0x200f || (code >= 0x2028 && code <= 0x202e) || code >= 0x2060;
}

function pictureOf(code: number): string {
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}
