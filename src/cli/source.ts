import { createReadStream, fstatSync, type BigIntStats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { standardInput } from './arguments.js';
import { messageOf } from './fault.js';
import { openSpool, type Spool } from './spool.js';

/** A file that is to be judged. */
export interface Source {
  /** Nothing of it is read before it is asked for, unless it is short. */
  readonly file: File;
  /** Which file of which device it is; `null` for what is none. */
  readonly identity: Identity | null;
  /** Why what was read is not what the file holds; `null` where it is. */
  fault(): Promise<string | null>;
  close(): Promise<void>;
}

export type Identity = Pick<BigIntStats, 'dev' | 'ino'>;

/** What has no name of its own is judged under this one, for its ending. */
const namelessName = 'stdin.csv';
/** What comes through a pipe is kept in memory up to this size, and in a temporary file beyond. Bytes. */
const keptSize = 5_000_000;

/** `maxBytes`: where the reading of a pipe ends, since then it is too large. */
export async function openSource(path: string, maxBytes: number): Promise<Source> {
  if (path === standardInput) return openPipe(process.stdin, await identityOf(0), maxBytes);
  const stats = await stat(path, { bigint: true });
  if (stats.isDirectory()) throw new Error('it is a directory');
  if (!stats.isFile()) return openPipe(createReadStream(path), null, maxBytes);
  return openHandle(path, await open(path));
}

/** The identity of the file at a path or behind a descriptor, `null` where there is no file. */
export async function identityOf(place: string | 0): Promise<Identity | null> {
  try {
    const stats = place === 0 ? fstatSync(place, { bigint: true }) : await stat(place, { bigint: true });
    return stats.isFile() ? stats : null;
  } catch {
    return null;
  }
}

export function isSame(one: Identity | null, other: Identity | null): boolean {
  return one !== null && one.dev === other?.dev && one.ino === other.ino;
}

async function openHandle(name: string, handle: FileHandle): Promise<Source> {
  const before = await handle.stat({ bigint: true });
  const size = Number(before.size);
  let fault: string | null = null;

  async function read(start: number, end: number): Promise<ArrayBuffer> {
    const bytes = new Uint8Array(end - start);
    try {
      for (let length = 0; length < bytes.length;) {
        const { bytesRead } = await handle.read(bytes, length, bytes.length - length, start + length);
        if (bytesRead === 0) throw new Error('it became shorter while it was read');
        length += bytesRead;
      }
    } catch (error) {
      fault ??= messageOf(error);
      throw error;
    }
    return bytes.buffer;
  }

  /** As much of `File` as `validateFile` uses. One of Node's own would open and close the path for each slice. */
  const file: Pick<File, 'name' | 'size' | 'slice'> = {
    name,
    size,
    slice(start = 0, end = size) {
      const blob: Pick<Blob, 'arrayBuffer'> = { arrayBuffer: () => read(start, Math.min(end, size)) };
      return blob as Blob;
    },
  };
  return {
    file: file as File,
    identity: before,
    async fault() {
      const after = await handle.stat({ bigint: true });
      const isAsBefore = after.mtimeNs === before.mtimeNs && after.size === before.size;
      return fault ?? (isAsBefore ? null : 'it was changed while it was read');
    },
    close: () => handle.close(),
  };
}

/** A pipe tells no size, and is read once only. Beyond `maxBytes` it is refused by what came until then. */
async function openPipe(stream: AsyncIterable<Buffer>, identity: Identity | null, maxBytes: number): Promise<Source> {
  const kept: Buffer[] = [];
  let size = 0;
  let spool: Spool | null = null;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > maxBytes) break;
      kept.push(chunk);
      if (size <= keptSize) continue;
      spool ??= await openSpool();
      for (const piece of kept.splice(0)) await spool.handle.appendFile(piece);
    }
    if (spool && size <= maxBytes) {
      const source = await openHandle(namelessName, spool.handle);
      return { ...source, identity, close: spool.close };
    }
  } catch (error) {
    await spool?.close();
    throw error;
  }
  await spool?.close();
  const file = size > maxBytes ? refusedFile(size) : new File(kept as BlobPart[], namelessName);
  return { file, identity, fault: async () => null, close: async () => undefined };
}

/** Of a file that is too large, no more than its size is asked for. */
function refusedFile(size: number): File {
  const file: Pick<File, 'name' | 'size'> = { name: namelessName, size };
  return file as File;
}
