/** Bytes that are read at a time where nothing speaks for more. */
export const sliceSize = 65_536;
/** What asking for a slice costs is the same for more bytes. */
const largestSlice = 2 * sliceSize;
/** A record is one character and a line end at least. */
const leastRecord = 2;

/** The bytes of a large file, slice by slice. While one is worked on, the next is on its way. */
export class Slices {
  readonly #file: File;
  #offset = 0;
  #coming: Promise<Uint8Array<ArrayBuffer> | null> | null = null;

  constructor(file: File) {
    this.#file = file;
  }

  /**
   * The next slice, `null` where it cannot be read. `rowsLeft`: how many rows may follow until nobody wants to know more.
   * Nothing is read that lies beyond them for sure, but the rest of a {@link sliceSize}.
   */
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
