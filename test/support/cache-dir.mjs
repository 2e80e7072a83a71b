// Vite's dependency cache belongs to one running server. Runs at the same time in one tree each take a slot of
// their own and give it back on exit, so that a slot stays warm for the next run.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {number} pid */
function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {string} owner a lock file that names the process which holds the slot */
function take(owner) {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(owner, String(process.pid), { flag: 'wx' });
      return true;
    } catch {
      if (alive(Number(readFileSync(owner, 'utf8')))) return false;
      rmSync(owner, { force: true });
    }
  }
  return false;
}

/**
 * The cache folder for this process, held until it ends.
 * @param {string} parent where the slots lie
 */
export function cacheDir(parent) {
  mkdirSync(parent, { recursive: true });
  for (let slot = 0; ; slot++) {
    const owner = join(parent, `slot-${slot}.pid`);
    if (!take(owner)) continue;
    process.once('exit', () => rmSync(owner, { force: true }));
    return join(parent, `slot-${slot}`);
  }
}
