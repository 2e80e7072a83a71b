import { isUtf16, type DecodedSlice } from '../intake/bytes.js';

const byteOrderMarks = /^\uFEFF+/;
/**
 * What Windows-1252 has from 0x80 to 0x9F, U+FFFD where it has nothing; all else is at its place in Unicode. A browser
 * makes control characters of those bytes, which nobody would see in what is sent; some Node read it as Latin-1.
 */
const windowsCharacters = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';

/**
 * Bytes that are not UTF-8 as text: UTF-16 where they begin with its byte order mark, else Windows-1252. Of the latter
 * only what is no UTF-8 is read so, lest a file that mixes both loses what was right.
 */
export function decodedAnew(bytes: Uint8Array): DecodedSlice {
  const { text, wrongAt } = isUtf16(bytes) ? fromUtf16(bytes) : fromMixed(bytes);
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

function fromMixed(bytes: Uint8Array): DecodedSlice {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  let wrongAt: number | null = null;
  let start = 0;
  for (let index = 0; index < bytes.length;) {
    const length = bytes[index] < 0x80 ? 1 : sequenceLength(bytes, index);
    if (length === 0) {
      text += utf8.decode(bytes.subarray(start, index));
      start = index;
      while (index < bytes.length && bytes[index] >= 0x80 && sequenceLength(bytes, index) === 0) index++;
      const windows = fromWindows(bytes.subarray(start, index));
      const unknown = windows.indexOf('\uFFFD');
      if (unknown >= 0) wrongAt ??= text.length + unknown;
      text += windows;
      start = index;
    } else {
      index += length;
    }
  }
  return { text: text + utf8.decode(bytes.subarray(start)), wrongAt };
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
