// `npm run test:package`: builds the package, packs it, and looks at it as those will who install it. `--update` writes
// down what is in it.
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { root } from './mock-shell.mjs';

const snapshot = join(root, 'test/package/contents.txt');
const typescripts = ['5.9.3', '6.0.3', '7.0.2'];
/** Whose tags are typed; compiled by the newest TypeScript. */
const frameworks = ['@types/react@19', 'preact@10', 'solid-js@1', 'svelte@5', 'vue@3'];

/** @param {string} command @param {string[]} args @param {string} cwd */
function run(command, args, cwd = root) {
  const { status, stdout } = spawnSync(command, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
  return { ok: status === 0, stdout };
}

const bin = name => join(root, 'node_modules/.bin', name);

/**
 * Names where a stray file would lie, and deeper, where each source has its module, what kinds of file there are.
 * @param {readonly string[]} paths
 */
function contents(paths) {
  const lines = paths.map(path => (path.split('/').length < 3 ? path : path.replace(/[^/.]+(\.[^/]*)$/, '*$1')));
  return `${[...new Set(lines)].sort().join('\n')}\n`;
}

/** @type {[string, () => Promise<string | null>][]} what each check looks for, and what it found; `null`: nothing wrong */
const checks = [];
const check = (name, look) => checks.push([name, look]);

if (!run(process.execPath, [join(root, 'test/support/build-library.mjs')]).ok) process.exit(1);
const home = await mkdtemp(join(tmpdir(), 'batch-sync-package-'));
const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', home]).stdout);
const tarball = join(home, packed.filename);

check('contents', async () => {
  const found = contents(packed.files.map(({ path }) => path));
  if (process.argv.includes('--update')) await writeFile(snapshot, found);
  const known = new Set((await readFile(snapshot, 'utf8')).split('\n'));
  const lines = new Set(found.split('\n'));
  const news = [...lines].filter(line => !known.has(line)).map(line => `+ ${line}`);
  const gone = [...known].filter(line => !lines.has(line)).map(line => `- ${line}`);
  return news.length + gone.length > 0 ? [...news, ...gone].join('\n') : null;
});

check('publint', async () => {
  const { messages, pkg } = await publint({ pkgDir: root, pack: 'npm', strict: true });
  return messages.length > 0 ? messages.map(message => formatMessage(message, pkg)).join('\n') : null;
});

// The package is ES modules only: what CommonJS would make of it is not asked. No program imports the YAML.
check('are the types wrong', async () => {
  const { ok, stdout } = run(bin('attw'), [
    tarball,
    '--profile',
    'esm-only',
    '--no-emoji',
    '--exclude-entrypoints',
    'openapi.yaml',
  ]);
  return ok ? null : stdout;
});

check('types of a consumer', async () => {
  const consumer = join(home, 'consumer');
  await cp(join(root, 'test/hosts/types'), consumer, { recursive: true });
  await writeFile(join(consumer, 'package.json'), '{ "private": true, "type": "module" }\n');
  const compilers = typescripts.map(version => `typescript-${version}@npm:typescript@${version}`);
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'];
  if (!run('npm', ['install', ...quiet, tarball, ...compilers, ...frameworks], consumer).ok)
    return 'The package cannot be installed.';
  const compile = (version, project) => {
    const compiler = join(consumer, `node_modules/typescript-${version}/bin/tsc`);
    const { ok, stdout } = run(process.execPath, [compiler, '-p', project], consumer);
    return ok ? '' : `TypeScript ${version}:\n${stdout}`;
  };
  const complaints = typescripts.map(version => compile(version, '.'));
  complaints.push(compile(typescripts.at(-1), 'frameworks'));
  return complaints.join('') || null;
});

try {
  for (const [name, look] of checks) {
    const wrong = await look();
    console.log(wrong === null ? `${name}: nothing wrong` : `${name}:\n${wrong}`);
    if (wrong !== null) process.exitCode = 1;
  }
} finally {
  await rm(home, { recursive: true, force: true });
}
