// `npm run build`: the package in dist/, a module for each source, with its declarations in dist/types/ and what editors
// read in dist/editors/; in dist/cdn/ one file with everything in it, and what a page writes beside its address to be sure
// of it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './mock-shell.mjs';
import { writeTypings } from './typings.mjs';

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
  const files = module.sources.filter(source => !source.startsWith('src/cli/')).map(source => join(root, source));
  await mkdir(folder, { recursive: true });
  const project = join(folder, 'tsconfig.json');
  await writeFile(
    project,
    JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, files, include: [] }),
  );
  run('node_modules/typescript/bin/tsc', '-p', project);
}

/** The languages that the one file loads by need; without the map, which stays with the package's module. */
async function localesBeside() {
  const names = (await readdir(join(dist, 'words/locales'))).filter(name => name.endsWith('.js'));
  await mkdir(join(dist, 'cdn/locales'));
  for (const name of names) {
    const code = await readFile(join(dist, 'words/locales', name), 'utf8');
    await writeFile(join(dist, 'cdn/locales', name), code.replace(/\n\/\/# sourceMappingURL=.*$/m, ''));
  }
  return names.map(name => `locales/${name}`);
}

/** For the attribute `integrity` and the member of that name of an import map. @param {string[]} names */
async function integrity(names) {
  const digests = names.map(async name => {
    const code = await readFile(join(dist, 'cdn', name));
    return [name, `sha384-${createHash('sha384').update(code).digest('base64')}`];
  });
  const content = Object.fromEntries(await Promise.all(digests));
  await writeFile(join(dist, 'cdn/integrity.json'), `${JSON.stringify(content, null, 2)}\n`);
}

run('node_modules/vite/bin/vite.js', 'build', '--mode', 'lib', '--logLevel', 'warn');
await declarations();
await writeTypings(dist);
run('node_modules/vite/bin/vite.js', 'build', '--mode', 'cdn', '--logLevel', 'warn');
await integrity(['batch-sync-elements.js', ...(await localesBeside())]);
