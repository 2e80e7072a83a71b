/** Bytes that are read at a time where nothing speaks for more. */
export const sliceSize = 65_536;
/** What asking for a slice costs is the same for more bytes. */
const largestSlice = 2 * sliceSize;
/** A record is one character and a line end at least. */
const leastRecord = 2;

/** Reads a file slice by slice. */
export interface SliceReader {
  /**
   * The next slice, `null` where it cannot be read; its bytes are there until the next one is asked for. `rowsLeft`: how
   * many rows may follow until nobody wants to know more.
   */
  next(rowsLeft: number): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** Reads a file that is wanted whole. Each slice comes into the same memory: to take new one costs more than to read into it. */
export class StreamedSlices implements SliceReader {
  readonly #reader: ReadableStreamBYOBReader;
  #buffer = new ArrayBuffer(sliceSize);
  #left: number;

  private constructor(file: File) {
    this.#reader = file.slice(0, file.size).stream().getReader({ mode: 'byob' });
    this.#left = file.size;
  }

  /** `null` where there is no such stream. */
  static of(file: File): StreamedSlices | null {
    try {
      return new StreamedSlices(file);
    } catch {
      return null;
    }
  }

  async next(): Promise<Uint8Array<ArrayBuffer> | null> {
    const length = Math.min(this.#left, sliceSize);
    this.#left -= length;
    try {
      for (let filled = 0; filled < length;) {
        const { value } = await this.#reader.read(new Uint8Array(this.#buffer, filled, length - filled));
        if (!value || value.length === 0) return null;
        this.#buffer = value.buffer;
        filled += value.length;
      }
      return new Uint8Array(this.#buffer, 0, length);
    } catch {
      return null;
    }
  }

  /** No more is wanted. To cancel what was read to its end takes as long as to judge a hundred rows. */
  end(): void {
    if (this.#left > 0) this.#reader.cancel().catch(() => undefined);
  }
}

/**
 * Reads a file that may be given up early. While one slice is worked on, the next is on its way. Nothing is read that lies
 * beyond the rows that are wanted for sure, but the rest of a {@link sliceSize}.
 */
export class Slices implements SliceReader {
  readonly #file: File;
  #offset = 0;
  #coming: Promise<Uint8Array<ArrayBuffer> | null> | null = null;

  constructor(file: File) {
    this.#file = file;
  }

  async next(rowsLeft: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const wanted = rowsLeft * leastRecord;
    const bytes = await (this.#coming ?? this.#read(wanted));
    const missing = wanted - (bytes?.length ?? 0);
    this.#coming = missing >= sliceSize && this.#offset < this.#file.size ? this.#read(missing) : null;
    return bytes;
  }

  #read(wanted: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const start = this.#offset;
    // Not many at once at first, for most files are refused, or given up, early.
    const most = Math.min(largestSlice, Math.max(sliceSize, start));
    this.#offset = Math.min(start + Math.max(sliceSize, Math.min(most, wanted)), this.#file.size);
    return readBytes(this.#file, start, this.#offset);
  }
}

/** `null` where the file cannot be read, or is not what was chosen any more. */
export async function readBytes(file: File, start: number, end: number): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const buffer = await file.slice(start, end).arrayBuffer();
    return buffer.byteLength === end - start ? new Uint8Array(buffer) : null;
  } catch {
    return null;
  }
}
