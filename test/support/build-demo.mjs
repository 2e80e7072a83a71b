// Builds the demo host page into a folder, in a process of its own: a running dev server has set NODE_ENV.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './mock-shell.mjs';

/**
 * @param {string} outDir
 * @param {string} base the path that the page will be served under
 * @returns {Promise<void>}
 */
export function buildDemo(outDir, base) {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [
    vite,
    'build',
    '--mode',
    'demo',
    '--base',
    base,
    '--outDir',
    outDir,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ];
  const { NODE_ENV: _, ...env } = process.env;
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code => (code === 0 ? resolve() : reject(new Error(`The demo build failed (${code}).`))));
  });
}
