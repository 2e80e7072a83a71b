// Loads modules of the mock backend (TypeScript) through Vite, for the test runner and for `npm run serve`.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A module of TypeScript, for a script. @param {string} path */
export async function load(path) {
  const { module } = await runnerImport(join(root, path), { root, configFile: false, logLevel: 'error' });
  return module;
}

/** @returns {Promise<typeof import('../../mocks/node.ts')>} */
export const loadMockShell = () => load('mocks/node.ts');
