import { readSync, writeSync } from 'node:fs';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TextShelf } from '../core/intake/records.js';

/** A temporary file. */
export interface Spool {
  readonly handle: FileHandle;
  close(): Promise<void>;
}

/** It loses its name at once where the system allows that: however the command ends, nothing is left. */
export async function openSpool(): Promise<Spool> {
  const folder = await mkdtemp(join(tmpdir(), 'batch-sync-'));
  const remove = () => rm(folder, { recursive: true, force: true }).catch(() => undefined);
  try {
    const handle = await open(join(folder, 'spool'), 'w+');
    return {
      handle,
      async close() {
        await handle.close();
        await remove();
      },
    };
  } finally {
    await remove();
  }
}

/** Texts in a temporary file. */
export function shelfOn({ handle: { fd } }: Spool): TextShelf {
  /** Where each text ends, in bytes. */
  const ends = [0];

  return {
    put(text) {
      const bytes = Buffer.from(text);
      const start = ends[ends.length - 1];
      for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done, bytes.length - done, start + done);
      return ends.push(start + bytes.length) - 2;
    },
    take(place) {
      const start = ends[place];
      const bytes = Buffer.allocUnsafe(ends[place + 1] - start);
      for (let done = 0; done < bytes.length;) {
        const count = readSync(fd, bytes, done, bytes.length - done, start + done);
        if (count === 0) throw new Error('the temporary file was cut short');
        done += count;
      }
      return bytes.toString();
    },
  };
}
