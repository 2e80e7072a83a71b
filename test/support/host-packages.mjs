// The package as those get it who install it, and the apps of test/hosts/ with it, all of it outside the checkout, where
// nothing of ours can be found by accident.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { root } from './mock-shell.mjs';

const apps = join(root, 'test/hosts');
/** Kept between runs: what was installed for an app does not change with the package. */
export const home = join(tmpdir(), `batch-sync-hosts-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`);
const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'];

/** @param {string} command @param {string[]} args @param {string} cwd @param {NodeJS.ProcessEnv} [env] */
function run(command, args, cwd, env = process.env) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed (${status}):\n${stdout}${stderr}`);
  return stdout;
}

/** @param {string[]} args @param {string} cwd @param {NodeJS.ProcessEnv} [env] */
const npm = (args, cwd, env) => run('npm', args, cwd, env);

/** The tarball of what is built now, or, `again`, the one of last time. */
export async function packed(again = false) {
  const store = join(home, 'package');
  const [last] = existsSync(store) ? await readdir(store) : [];
  if (again && last) return join(store, last);
  run(process.execPath, [join(root, 'test/support/build-library.mjs')], root);
  await rm(store, { recursive: true, force: true });
  await mkdir(store, { recursive: true });
  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--pack-destination', store], root));
  return join(store, filename);
}

/** Everything but what was installed goes. @param {string} folder */
async function clear(folder) {
  await mkdir(folder, { recursive: true });
  const kept = ['node_modules', stamp];
  const names = (await readdir(folder)).filter(name => !kept.includes(name));
  await Promise.all(names.map(name => rm(join(folder, name), { recursive: true })));
}

/** Names what is installed. */
const stamp = '.installed';

/** @param {string} folder */
async function installApp(folder) {
  const wanted = (
    await Promise.all(['package.json', 'package-lock.json'].map(name => readFile(join(folder, name), 'utf8')))
  ).join('');
  const present = await readFile(join(folder, stamp), 'utf8').catch(() => null);
  if (wanted === present) return;
  npm(['ci', '--ignore-scripts', ...quiet], folder);
  await writeFile(join(folder, stamp), wanted);
}

/** What the README says to do, but for the version. @param {string} folder @param {string} tarball */
async function installPackage(folder, tarball) {
  await rm(join(folder, 'node_modules/batch-sync-elements'), { recursive: true, force: true });
  npm(['install', '--no-save', '--ignore-scripts', ...quiet, tarball], folder);
}

/** The package's own files, for those who serve them. @param {string} tarball */
export async function unpacked(tarball) {
  const folder = join(home, 'unpacked');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  run('tar', ['-xzf', tarball, '-C', folder], folder);
  return join(folder, 'package');
}

/** Copies an app and what all share. @param {string} name */
export async function copied(name) {
  const folder = join(home, 'apps', name);
  await clear(folder);
  for (const [from, to] of [
    [name, folder],
    ['shared', join(home, 'apps/shared')],
  ]) {
    const filter = path => !['node_modules', 'dist'].includes(basename(path));
    await cp(join(apps, from), to, { recursive: true, filter });
  }
  return folder;
}

/** @param {string} folder @param {string} tarball */
export async function installed(folder, tarball) {
  await installApp(folder);
  await installPackage(folder, tarball);
}

/**
 * A folder with a Node of that version, for tools that refuse the one we run in.
 * @param {string} version
 */
function otherNode(version) {
  const folder = join(home, `node-${version}`);
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  if (!existsSync(join(folder, 'node_modules', name))) {
    mkdirSync(folder, { recursive: true });
    npm(['install', '--prefix', folder, '--no-save', ...quiet, `${name}@${version}`], folder);
  }
  return join(folder, 'node_modules', name, 'bin');
}

/**
 * By the app's own script.
 * @param {string} folder @param {'production' | 'development'} mode @param {string} [node] the version that it takes
 */
export function built(folder, mode, node) {
  const args = mode === 'production' ? [] : ['--', '--mode', mode];
  const path = node === undefined ? process.env.PATH : `${otherNode(node)}${delimiter}${process.env.PATH}`;
  npm(['run', 'build', ...args], folder, { ...process.env, NODE_ENV: mode, PATH: path });
  return join(folder, 'dist');
}

/** Imports every entry of the package, there being no page; answers what went wrong, `null` for nothing. @param {string} folder */
export async function inNode(folder) {
  const { exports } = JSON.parse(await readFile(join(folder, 'node_modules/batch-sync-elements/package.json'), 'utf8'));
  const entries = Object.entries(exports)
    // msw is for those who have it, the one file for pages.
    .filter(([name, target]) => target.default && !/\*|msw|cdn/.test(name))
    .map(([name]) => `await import(${JSON.stringify(name.replace('.', 'batch-sync-elements'))});`);
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', entries.join('\n')], {
    cwd: folder,
    encoding: 'utf8',
  });
  return status === 0 && stderr === '' ? null : stderr;
}

/** Starts the app's own server; answers its port and how to end it. @param {string} folder */
export async function started(folder) {
  const port = await freePort();
  const child = spawn(process.execPath, ['server.js'], {
    cwd: folder,
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return { port, end: () => child.kill() };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
