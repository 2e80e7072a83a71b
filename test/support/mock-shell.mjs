// Loads the Node shell of the mock backend (TypeScript) through Vite, for the test runner and for `npm run serve`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The policy under which the built demo must work without a violation. */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** @returns {Promise<typeof import('../../mocks/node.ts') | undefined>} undefined where there is no shell */
export async function loadMockShell() {
  const path = join(root, 'mocks/node.ts');
  if (!existsSync(path)) return undefined;
  const { module } = await runnerImport(path, { root, configFile: false, logLevel: 'error' });
  return /** @type {any} */ (module);
}
