// Builds pages that a customer's browser would see into folders, in processes of their own: a running dev server has set
// NODE_ENV.
import { spawn } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './mock-shell.mjs';

/**
 * The demo host page.
 * @param {string} outDir
 * @param {string} base the path that the page will be served under
 */
export function buildDemo(outDir, base) {
  return build('demo', outDir, '--base', base);
}

/** A page of markup alone, with the one file that holds everything beside it. @param {string} outDir */
export async function buildOneFile(outDir) {
  await build('cdn', outDir);
  await cp(join(root, 'test/package/one-file'), outDir, { recursive: true });
}

/** @param {string} mode @param {string} outDir @param {string[]} more @returns {Promise<void>} */
function build(mode, outDir, ...more) {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--mode', mode, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn', ...more];
  const { NODE_ENV: _, ...env } = process.env;
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code => (code === 0 ? resolve() : reject(new Error(`The build “${mode}” failed (${code}).`))));
  });
}
