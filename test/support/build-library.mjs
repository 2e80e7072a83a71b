// `npm run build`: the package in dist/, a module for each source, with its declarations in dist/types/; in dist/cdn/ one
// file with everything in it, and what a page writes beside its address to be sure of it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './mock-shell.mjs';

const { module } = await runnerImport(join(root, 'vite.config.ts'), { root, configFile: false, logLevel: 'error' });
const dist = join(root, 'dist');
await rm(dist, { recursive: true, force: true });

/** @param {string} file @param {string[]} args */
function run(file, ...args) {
  const { status } = spawnSync(process.execPath, [join(root, file), ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** What the entries export, and nothing else, gets declarations: the compiler follows their imports. */
async function declarations() {
  const folder = join(root, 'node_modules/.cache/declarations');
  const compilerOptions = {
    rootDir: root,
    outDir: join(dist, 'types'),
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    types: [],
  };
  const files = Object.values(module.entries).map(source => join(root, source));
  await mkdir(folder, { recursive: true });
  const project = join(folder, 'tsconfig.json');
  await writeFile(
    project,
    JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, files, include: [] }),
  );
  run('node_modules/typescript/bin/tsc', '-p', project);
}

/** For the attribute `integrity` and the member of that name of an import map. */
async function integrity() {
  const name = 'batch-sync-elements.js';
  const digest = createHash('sha384')
    .update(await readFile(join(dist, 'cdn', name)))
    .digest('base64');
  await writeFile(join(dist, 'cdn/integrity.json'), `${JSON.stringify({ [name]: `sha384-${digest}` }, null, 2)}\n`);
}

run('node_modules/vite/bin/vite.js', 'build', '--mode', 'lib', '--logLevel', 'warn');
await declarations();
run('node_modules/vite/bin/vite.js', 'build', '--mode', 'cdn', '--logLevel', 'warn');
await integrity();
