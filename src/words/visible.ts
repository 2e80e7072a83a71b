/** A text with pictures of what cannot be seen in it: those that Unicode has for the controls of ASCII, else their numbers. */
export function visible(text: string): string {
  let seen = '';
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    seen += isHidden(code) ? pictureOf(code) : text[index];
  }
  return seen;
}

/** Whether it is a control, the soft hyphen, a blank without width or a mark of direction. Joiners belong to the letters beside them. */
export function isHidden(code: number): boolean {
  if (code < 0xa0) return code < 0x20 || code >= 0x7f;
  if (code < 0x2000 || code > 0x2069) return code === 0xad || code === 0x61c || code === 0xfeff;
  return code === 0x200b || code === 0x200e || code === 0x200f || (code >= 0x2028 && code <= 0x202e) || code >= 0x2060;
}

/** What Unicode calls a character: `U+0410`. */
export function codeName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

function pictureOf(code: number): string {
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : `[${codeName(code)}]`;
}
