// `npm run size`: what a page downloads for each entry, bundled and minified as an application would, Lit included, and
// what comes later, when it is wanted. Fails where an entry is over its budget. `--modules ENTRY` tells what one is made of.
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, minifySync } from 'vite';
import { eagerImports } from './eager-imports.mjs';
import { leanTemplates } from './lean-templates.mjs';
import { localesBeside } from './locales-beside.mjs';
import { root } from './mock-shell.mjs';

/**
 * `budget`: kilobytes (1000 bytes) after gzip. `and`: a source that such a page loads at once as well.
 * `beside`: what another entry on the page brings. `inOneFile`: nothing of it comes later.
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

/** @param {(typeof entries)[number]} entry */
async function bundle({ source, and, beside, inOneFile = false }) {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [leanTemplates(), ...(inOneFile ? [eagerImports(), localesBeside()] : [])],
    resolve: { conditions: ['module', 'browser', 'production'] },
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: [source, ...(and ? [and] : [])].map(path => join(root, path)),
        external: beside,
        preserveEntrySignatures: 'exports-only',
        checks: { pluginTimings: false },
        output: { codeSplitting: !inOneFile },
      },
    },
  });
  const chunks = built.output.filter(({ type }) => type === 'chunk');
  const byName = new Map(chunks.map(chunk => [chunk.fileName, chunk]));
  const atOnce = new Set();
  const take = chunk => {
    if (chunk === undefined || atOnce.has(chunk)) return;
    atOnce.add(chunk);
    chunk.imports.forEach(name => take(byName.get(name)));
  };
  chunks
    .filter(({ facadeModuleId }) => [source, and].some(path => path && facadeModuleId === join(root, path)))
    .forEach(take);
  return { atOnce: [...atOnce], later: chunks.filter(chunk => !atOnce.has(chunk)) };
}

/** @type {string[]} */
const over = [];
const kilobytes = bytes => (bytes / 1000).toFixed(1);
const gzip = code => gzipSync(code, { level: 9 }).length;
const brotli = code => brotliCompressSync(code).length;
/** Each file as it is sent: compressed by itself. */
const total = (chunks, sizeOf) => chunks.reduce((sum, { code }) => sum + sizeOf(code), 0);

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

const asked = process.argv.indexOf('--modules');
if (asked > 0) {
  const entry = entries.find(({ name }) => name.startsWith(process.argv[asked + 1] ?? ''));
  if (!entry) throw new Error(`Say which: ${entries.map(({ name }) => name).join(', ')}`);
  console.log(modules((await bundle(entry)).atOnce));
} else {
  console.log('| entry | gzip | brotli | when wanted, gzip | budget, gzip |\n| --- | --- | --- | --- | --- |');
  for (const entry of entries) {
    const { atOnce, later } = await bundle(entry);
    const cells = [entry.name, total(atOnce, gzip), total(atOnce, brotli), total(later, gzip), entry.budget * 1000];
    console.log(`| ${cells.map(cell => (typeof cell === 'number' ? kilobytes(cell) : cell)).join(' | ')} |`);
    if (total(atOnce, gzip) > entry.budget * 1000) over.push(entry.name);
  }
}
if (over.length > 0) {
  console.error(`Over budget: ${over.join(', ')}.`);
  process.exitCode = 1;
}
