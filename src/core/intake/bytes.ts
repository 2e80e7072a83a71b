/** What a file is that is no text: named by its first bytes. */
export type Signature = 'ZIP' | 'XLS' | 'PDF' | 'PNG' | 'JPEG' | 'GIF' | 'WebP' | 'gzip' | 'HTML' | 'XML';

/** In Latin-1. */
const signatures: readonly (readonly [Signature, string])[] = [
  ['ZIP', 'PK\x03\x04'],
  ['ZIP', 'PK\x05\x06'],
  ['XLS', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'],
  ['PDF', '%PDF-'],
  ['PNG', '\x89PNG\r\n\x1A\n'],
  ['JPEG', '\xFF\xD8\xFF'],
  ['GIF', 'GIF8'],
  ['gzip', '\x1F\x8B\x08'],
];

const webP = /^RIFF[^]{4}WEBP/;
const markup = /^(?:\xEF\xBB\xBF)?\s*<(?:!doctype\s+html|html[\s>]|(\?xml\s))/i;

/** What the first bytes of a file say that it is, `null` where they may be text. */
export function signatureOf(head: Uint8Array): Signature | null {
  const latin = String.fromCharCode(...head.subarray(0, 64));
  for (const [name, start] of signatures) if (latin.startsWith(start)) return name;
  if (webP.test(latin)) return 'WebP';
  const found = markup.exec(latin);
  return found && (found[1] ? 'XML' : 'HTML');
}

/** Whether the bytes begin with the byte order mark of UTF-16. */
export function isUtf16(head: Uint8Array): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
}

/** A slice of bytes as text. */
export interface DecodedSlice {
  readonly text: string;
  /** Set for the first slice that is not UTF-8: how much of `text` comes before the first wrong byte. */
  readonly wrongAt: number | null;
}

/**
 * Bytes to text, slice by slice: strict UTF-8 up to the first wrong byte, and from there on with U+FFFD for what is
 * wrong, so that what is structure can still be read. Byte order marks are left in.
 */
export class StrictDecoder {
  /** The first bytes of a character that the next slice goes on with: 3 at most. */
  #held = new Uint8Array(0);
  readonly #strict = decoder(true);
  #lenient: TextDecoder | null = null;

  decode(bytes: Uint8Array): DecodedSlice {
    if (this.#lenient) return { text: this.#lenient.decode(bytes, { stream: true }), wrongAt: null };
    const joined = this.#held.length === 0 ? bytes : join(this.#held, bytes);
    const end = joined.length - unfinished(joined);
    try {
      const text = this.#strict.decode(joined.subarray(0, end));
      this.#held = joined.slice(end);
      return { text, wrongAt: null };
    } catch {
      return this.#goOn(joined);
    }
  }

  /** There is no more: a character that was under way is wrong. */
  end(): DecodedSlice {
    if (this.#lenient) return { text: this.#lenient.decode(), wrongAt: null };
    if (this.#held.length === 0) return { text: '', wrongAt: null };
    const held = this.#held;
    this.#lenient = decoder(false);
    return { text: this.#lenient.decode(held), wrongAt: 0 };
  }

  /** Where strict decoding ended: finds the first wrong byte by bisection. */
  #goOn(bytes: Uint8Array): DecodedSlice {
    let low = 0;
    let high = bytes.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (isSound(bytes.subarray(0, middle))) low = middle;
      else high = middle;
    }
    const sound = decoder(true).decode(bytes.subarray(0, low - unfinished(bytes.subarray(0, low))));
    this.#lenient = decoder(false);
    return { text: this.#lenient.decode(bytes, { stream: true }), wrongAt: sound.length };
  }
}

function decoder(fatal: boolean): TextDecoder {
  return new TextDecoder('utf-8', { fatal, ignoreBOM: true });
}

/** Whether the bytes are UTF-8 as far as they go. */
function isSound(bytes: Uint8Array): boolean {
  try {
    decoder(true).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** How many of the last bytes may be the beginning of a character. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back];
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
