// Loads the Node shell of the mock backend (TypeScript) through Vite, for the test runner and for `npm run serve`.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** @returns {Promise<typeof import('../../mocks/node.ts')>} */
export async function loadMockShell() {
  const path = join(root, 'mocks/node.ts');
  const { module } = await runnerImport(path, { root, configFile: false, logLevel: 'error' });
  return module;
}
