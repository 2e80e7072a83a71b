import { isUtf16, type DecodedSlice } from '../intake/bytes.js';

const byteOrderMarks = /^\uFEFF+/;
/** What Windows-1252 has from 0x80 to 0x9F; all else is at its place in Unicode. Some Node read it as Latin-1. */
const windowsCharacters = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

/**
 * Bytes that are not UTF-8 as text: UTF-16 where they begin with its byte order mark, else Windows-1252. Of the latter
 * only what is no UTF-8 is read so, lest a file that mixes both loses what was right.
 */
export function decodedAnew(bytes: Uint8Array): DecodedSlice {
  const { text, wrongAt } = isUtf16(bytes) ? fromUtf16(bytes) : { text: fromMixed(bytes), wrongAt: null };
  const content = text.replace(byteOrderMarks, '');
  return { text: content, wrongAt: wrongAt === null ? null : wrongAt - (text.length - content.length) };
}

function fromUtf16(bytes: Uint8Array): DecodedSlice {
  const encoding = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), wrongAt: null };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    return { text, wrongAt: text.indexOf('\uFFFD') };
  }
}

function fromWindows(bytes: Uint8Array): string {
  return Array.from(bytes, byte => windowsCharacters[byte - 0x80] ?? String.fromCharCode(byte)).join('');
}

function fromMixed(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < bytes.length;) {
    const length = bytes[index] < 0x80 ? 1 : sequenceLength(bytes, index);
    if (length === 0) {
      if (index > start) parts.push(utf8.decode(bytes.subarray(start, index)));
      start = index;
      while (index < bytes.length && bytes[index] >= 0x80 && sequenceLength(bytes, index) === 0) index++;
      parts.push(fromWindows(bytes.subarray(start, index)));
      start = index;
    } else {
      index += length;
    }
  }
  parts.push(utf8.decode(bytes.subarray(start)));
  return parts.join('');
}

/** Bytes of the UTF-8 sequence of more than one byte that begins here; 0 where none does. */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const [first, second] = [bytes[index], bytes[index + 1] ?? 0];
  const length = first < 0xc2 || first > 0xf4 ? 0 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (length === 0 || index + length > bytes.length) return 0;
  for (let at = index + 1; at < index + length; at++) if ((bytes[at] & 0xc0) !== 0x80) return 0;
  const isOverlong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const isSurrogate = first === 0xed && second > 0x9f;
  const isBeyond = first === 0xf4 && second > 0x8f;
  return isOverlong || isSurrogate || isBeyond ? 0 : length;
}
