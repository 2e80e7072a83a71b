/** In a terminal these act instead of being seen: control characters, line ends, and what turns the direction of text. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unseen = /[\0-\x1F\x7F-\x9F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

/** One line of text in which everything can be seen; what comes from a file may hold anything. */
export function printable(text: string): string {
  return text.replace(unseen, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** JSON of the same meaning, which is safe to look at, and always one line. */
export function printableJson(value: unknown): string {
  // JSON escapes control characters itself; the others are legal in it, and so are their escapes.
  return printable(JSON.stringify(value));
}

/** Writes no faster than the other side reads, so that a list of any length is never held. */
export class Output {
  readonly #stream: NodeJS.WritableStream;
  #failure: NodeJS.ErrnoException | null = null;

  constructor(stream: NodeJS.WritableStream) {
    this.#stream = stream;
    stream.on('error', (error: NodeJS.ErrnoException) => (this.#failure ??= error));
  }

  /** Why not everything was written. That nobody wanted to read on (`| head`) is no failure. */
  get failure(): Error | null {
    return this.#failure?.code === 'EPIPE' ? null : this.#failure;
  }

  async write(text: string): Promise<void> {
    if (this.#failure || this.#stream.write(text)) return;
    await new Promise<void>(resolve => {
      const goOn = () => {
        this.#stream.removeListener('drain', goOn).removeListener('error', goOn);
        resolve();
      };
      this.#stream.on('drain', goOn).on('error', goOn);
    });
  }

  async writeAll(pieces: Iterable<string>): Promise<void> {
    for (const text of joined(pieces)) await this.write(text);
  }
}

/** Many small pieces in few large ones. */
export function* joined(pieces: Iterable<string>): Iterable<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
