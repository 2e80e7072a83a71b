// `npm run size`: what a page downloads for each entry, bundled and minified as an application would, Lit included, and
// what comes later, when it is wanted; beside it what others weigh. Fails where an entry weighs more than is recorded in
// `size.json`: `--update` records what it weighs now. `--check` does no more than that. `--modules ENTRY` tells what one
// is made of.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, minifySync } from 'vite';
import { eagerImports } from './eager-imports.mjs';
import { leanTemplates } from './lean-templates.mjs';
import { localesBeside } from './locales-beside.mjs';
import { root } from './mock-shell.mjs';
import { measurePeers } from './size-peers.mjs';

const recorded = join(import.meta.dirname, 'size.json');

/**
 * `budget`: kilobytes (1000 bytes) after gzip that it is to come down to. `and`: a source that such a page loads at once
 * as well. `beside`: what another entry on the page brings. `inOneFile`: nothing of it comes later.
 * @type {{name: string, source: string, budget: number, and?: string, beside?: RegExp, inOneFile?: boolean}[]}
 */
const entries = [
  { name: 'table', source: 'src/define/table.ts', budget: 24 },
  { name: 'detail', source: 'src/define/detail.ts', budget: 24 },
  { name: 'upload', source: 'src/define/upload.ts', budget: 36 },
  {
    name: 'provider and REST adapter, without Lit',
    source: 'src/define/provider.ts',
    budget: 18,
    and: 'src/adapter/rest.ts',
    beside: /^(?:lit|@lit)(?:$|\/)/,
  },
  { name: 'core', source: 'src/core/index.ts', budget: 20 },
  { name: 'all four in one file (CDN)', source: 'src/define/index.ts', budget: 52, inOneFile: true },
];

/** @param {string} home @param {string[]} input @param {import('vite').Plugin[]} plugins @param {import('vite').Rolldown.RolldownOptions} options */
async function bundle(home, input, plugins, options) {
  const built = await build({
    root: home,
    configFile: false,
    logLevel: 'error',
    plugins,
    resolve: { conditions: ['module', 'browser', 'production'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        ...options,
        input: input.map(path => join(home, path)),
        preserveEntrySignatures: 'exports-only',
        checks: { pluginTimings: false },
      },
    },
  });
  const chunks = built.output.filter(({ type }) => type === 'chunk');
  const styles = built.output.filter(({ fileName }) => fileName.endsWith('.css'));
  const byName = new Map(chunks.map(chunk => [chunk.fileName, chunk]));
  const atOnce = new Set();
  const take = chunk => {
    if (chunk === undefined || atOnce.has(chunk)) return;
    atOnce.add(chunk);
    chunk.imports.forEach(name => take(byName.get(name)));
  };
  chunks.filter(({ facadeModuleId }) => input.some(path => facadeModuleId === join(home, path))).forEach(take);
  return { atOnce: [...atOnce], later: chunks.filter(chunk => !atOnce.has(chunk)), styles };
}

/** @param {(typeof entries)[number]} entry */
const ours = ({ source, and, beside, inOneFile = false }) =>
  bundle(
    root,
    [source, ...(and ? [and] : [])],
    [leanTemplates(), ...(inOneFile ? [eagerImports(), localesBeside()] : [])],
    { external: beside, output: { codeSplitting: !inOneFile } },
  );

const gzip = code => gzipSync(code, { level: 9 }).length;
const brotli = code => brotliCompressSync(code).length;
/** Each file as it is sent: compressed by itself. */
const total = (files, sizeOf) => files.reduce((sum, file) => sum + sizeOf(file.code ?? file.source), 0);

/** Bytes. */
function figuresOf({ atOnce, later, styles }) {
  const first = [...atOnce, ...styles];
  return { gzip: total(first, gzip), brotli: total(first, brotli), later: total(later, gzip) };
}

/** One line a module, the dearest first: bytes minified, and after gzip by itself, which is more than its share. */
function modules(chunks) {
  const parts = chunks
    .flatMap(chunk => Object.entries(chunk.modules))
    .map(([id, { code }]) => {
      const { code: small } = minifySync('part.js', code ?? '', { compress: true, mangle: true });
      return { id: id.replace(root, ''), bytes: small.length, packed: gzip(small) };
    });
  parts.sort((one, other) => other.packed - one.packed);
  return parts
    .map(({ id, bytes, packed }) => `${String(bytes).padStart(8)} ${String(packed).padStart(7)}  ${id}`)
    .join('\n');
}

const kilobytes = bytes => (bytes / 1000).toFixed(1);
const line = cells => `| ${cells.join(' | ')} |`;

async function table(measured) {
  const lines = measured.map(({ name, budget, figures }) =>
    line([name, kilobytes(figures.gzip), kilobytes(figures.brotli), kilobytes(figures.later), budget]),
  );
  const peers = await measurePeers(async (home, source) => figuresOf(await bundle(home, [source], [], {})));
  const others = peers.map(({ name, figures }) =>
    line([`_${name}_`, kilobytes(figures.gzip), kilobytes(figures.brotli), kilobytes(figures.later), '']),
  );
  const head = line(['entry', 'gzip', 'brotli', 'when wanted, gzip', 'budget, gzip']);
  return [head, line(Array.from({ length: 5 }, () => '---')), ...lines, ...others].join('\n');
}

/** What is recorded is rounded up: another zlib may pack a little worse. */
const ceilingOf = bytes => Math.ceil(bytes / 100 + 1) / 10;

const asked = process.argv.indexOf('--modules');
if (asked > 0) {
  const entry = entries.find(({ name }) => name.startsWith(process.argv[asked + 1] ?? ''));
  if (!entry) throw new Error(`Say which: ${entries.map(({ name }) => name).join(', ')}`);
  console.log(modules((await ours(entry)).atOnce));
} else {
  const measured = [];
  for (const entry of entries) measured.push({ ...entry, figures: figuresOf(await ours(entry)) });
  if (process.argv.includes('--update')) {
    const ceilings = measured.map(({ name, figures }) => [name, ceilingOf(figures.gzip)]);
    await writeFile(recorded, `${JSON.stringify(Object.fromEntries(ceilings), null, 2)}\n`);
  }
  if (!process.argv.includes('--check')) console.log(await table(measured));
  const ceilings = JSON.parse(await readFile(recorded, 'utf8'));
  for (const { name, figures } of measured) {
    if (figures.gzip <= (ceilings[name] ?? 0) * 1000) continue;
    console.error(`${name}: ${kilobytes(figures.gzip)} kB after gzip, and ${ceilings[name]} are recorded.`);
    process.exitCode = 1;
  }
}
