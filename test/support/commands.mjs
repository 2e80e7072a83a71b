// The commands, the core and the conformance kit of the package as they are built, run in Node for a test: in a folder of
// its own, in which the package is installed.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { appendFile, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { root } from './mock-shell.mjs';

/** @typedef {import('./commands.ts').NodeRun} NodeRun */
/** @typedef {import('./commands.ts').NodeResult} NodeResult */

const builder = fileURLToPath(new URL('build-commands.mjs', import.meta.url));
const sources = [
  'src/core',
  'src/words',
  'src/adapter',
  'src/conformance',
  'src/cli',
  'package.json',
  'vite.config.ts',
];

export function builtCommands() {
  const home = join(root, `node_modules/.cache/commands-${process.pid}`);
  let builtAt = 0;
  /** @type {Promise<void>} */
  let building = Promise.resolve();

  /** Builds what is not built, or is older than its sources. */
  async function build() {
    const changedAt = Math.max(...sources.map(path => newest(join(root, path))));
    if (changedAt <= builtAt) return;
    if (builtAt === 0) process.once('exit', () => rmSync(home, { recursive: true, force: true }));
    const { NODE_ENV: _, ...env } = process.env;
    const { code, stderr } = await finished(spawn(process.execPath, [builder, home], { cwd: root, env }));
    if (code !== 0) throw new Error(`The commands cannot be built: ${stderr}`);
    builtAt = changedAt;
  }

  return {
    /** Answers a command of a test; `undefined` for one that is not ours. @param {string} command @param {any} payload */
    async answer(command, payload) {
      if (command !== 'run-in-node') return undefined;
      building = building.catch(() => undefined).then(build);
      await building;
      return run(payload, home);
    },
  };
}

/** @param {NodeRun} task @param {string} home @returns {Promise<NodeResult>} */
async function run(task, home) {
  const { command, args, env, files = {}, links = {}, pipes = {}, stdin = '', stdinFile, heap, reads = true } = task;
  const folder = await mkdtemp(join(tmpdir(), 'batch-sync-test-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    await symlink(home, join(folder, 'node_modules/batch-sync-elements'), 'junction');
    for (const [name, content] of Object.entries(files)) await writeInput(join(folder, name), content);
    for (const [name, target] of Object.entries(links)) await symlink(target, join(folder, name));
    for (const name of Object.keys(pipes)) spawnSync('mkfifo', [join(folder, name)]);

    const given = stdinFile === undefined ? 'pipe' : openSync(join(folder, stdinFile), 'r');
    const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    const limits = heap === undefined ? [] : [`--max-old-space-size=${heap}`];
    const script = command === undefined ? [] : [join(home, bin[command])];
    const child = spawn(process.execPath, [...limits, ...script, ...args], {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: [given, 'pipe', 'pipe'],
    });
    if (given !== 'pipe') closeSync(given);
    // Whoever reads no further than the beginning closes the other end, and so may the command.
    child.stdin?.on('error', () => undefined).end(stdin);
    if (!reads) child.stdout.destroy();
    for (const [name, content] of Object.entries(pipes)) void writeFile(join(folder, name), content);
    return { ...(await finished(child)), files: await outputs(folder, files) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} path @param {import('./commands.ts').InputFile} content */
async function writeInput(path, content) {
  await writeFile(path, typeof content === 'string' ? content : content.text);
  if (typeof content === 'string') return;
  if ('size' in content) await truncate(path, content.size);
  else for (let done = 0; done < content.thousands; done++) await appendFile(path, content.row.repeat(1000));
}

/** What the run made or changed. @param {string} folder @param {NodeRun['files']} inputs */
async function outputs(folder, inputs = {}) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const input = inputs[entry.name];
    if (!entry.isFile() || (input !== undefined && typeof input !== 'string')) continue;
    const content = await readFile(join(folder, entry.name), 'utf8');
    if (content !== input) found[entry.name] = content;
  }
  return found;
}

/** @param {import('node:child_process').ChildProcess} child */
async function finished(child) {
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const read = (/** @type {import('node:stream').Readable | null} */ stream) =>
    stream && !stream.destroyed ? text(stream) : '';
  const [stdout, stderr, code] = await Promise.all([read(child.stdout), read(child.stderr), ended]);
  return { stdout, stderr, code };
}

/** When something at or beneath a path changed last. @param {string} path @returns {number} ms */
function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map(name => newest(join(path, name))));
}
