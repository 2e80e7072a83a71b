/** Characters that are held as text: joined often, they stay in the processor's reach. */
const heldLength = 16 * 1024;

/** Bytes of a part. Each one costs a word with the browser's other process, whatever its size. */
const partSize = 2 * 1024 * 1024;

/** UTF-8 takes at most so many bytes for a UTF-16 code unit. */
const widest = 3;

/** A text of any length on its way into a file: what is written leaves the page's memory in parts. */
export class TextSpool {
  readonly #type: string;
  readonly #encoder = new TextEncoder();
  readonly #parts: Blob[] = [];
  #bytes: Uint8Array<ArrayBuffer> | null = null;
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
    const rest = this.#bytes?.subarray(0, this.#used) ?? new Uint8Array();
    return new Blob([...this.#parts, rest, this.#held], { type: this.#type });
  }

  #encode(): void {
    const most = this.#held.length * widest;
    if (this.#bytes !== null && this.#used + most > this.#bytes.length) this.#part();
    if (this.#bytes === null || most > this.#bytes.length) this.#bytes = new Uint8Array(Math.max(partSize, most));
    this.#used += this.#encoder.encodeInto(this.#held, this.#bytes.subarray(this.#used)).written;
    this.#held = '';
  }

  #part(): void {
    if (this.#bytes === null || this.#used === 0) return;
    this.#parts.push(new Blob([this.#bytes.subarray(0, this.#used)]));
    this.#used = 0;
  }
}
