// Builds the commands, the core and the conformance kit of the package into a folder, in a process of its own: a running
// dev server has set NODE_ENV. The elements are left out, for they take longer and run nowhere but in a browser.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { build, mergeConfig, runnerImport } from 'vite';
import { root } from './mock-shell.mjs';

const home = process.argv[2];
if (!home) throw new Error('Say where to build.');
const { module } = await runnerImport(join(root, 'vite.config.ts'), { root, configFile: false, logLevel: 'error' });
const { library, entries, commands } = module;
const config = library([entries['./core'], entries['./conformance'], ...Object.values(commands)]);
const outDir = join(home, 'dist');
await build(
  mergeConfig(config, {
    root,
    configFile: false,
    logLevel: 'warn',
    cacheDir: join(home, 'cache'),
    build: { outDir, emptyOutDir: true },
  }),
);
await cp(join(root, 'package.json'), join(home, 'package.json'));
