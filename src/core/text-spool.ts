/** Characters that are held as text: joined often, they stay in the processor's reach. */
const heldLength = 16 * 1024;

/** Bytes of a part. Each one costs a word with the browser's other process, whatever its size. */
const partSize = 2 * 1024 * 1024;

/**
 * Fewer bytes than these go to the browser's other process within a message, for which the page waits (Chromium: 17 ms for
 * 240 KB, 4 ms for 260 KB). So a small file is cut from a part that is longer than the file.
 */
const leastHandedOver = 260_000;

/** UTF-8 takes at most so many bytes for a UTF-16 code unit. */
const widest = 3;

/** A text of any length on its way into a file: what is written leaves the page's memory in parts. */
export class TextSpool {
  readonly #type: string;
  readonly #encoder = new TextEncoder();
  readonly #parts: Blob[] = [];
  #bytes = new Uint8Array();
  #used = 0;
  #held = '';

  /** `type` of the file. */
  constructor(type: string) {
    this.#type = type;
  }

  add(text: string): void {
    this.#held += text;
    if (this.#held.length >= heldLength) this.#encode();
  }

  end(): Blob {
    this.#encode();
    const rest = this.#bytes.subarray(0, Math.max(this.#used, leastHandedOver));
    const size = this.#parts.reduce((sum, part) => sum + part.size, this.#used);
    return new Blob([...this.#parts, rest]).slice(0, size, this.#type);
  }

  #encode(): void {
    const most = this.#held.length * widest;
    if (this.#used + most > this.#bytes.length) this.#part();
    if (most > this.#bytes.length) this.#bytes = new Uint8Array(Math.max(partSize, most));
    this.#used += this.#encoder.encodeInto(this.#held, this.#bytes.subarray(this.#used)).written;
    this.#held = '';
  }

  #part(): void {
    if (this.#used === 0) return;
    this.#parts.push(new Blob([this.#bytes.subarray(0, this.#used)]));
    this.#used = 0;
  }
}
