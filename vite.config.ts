import { readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';
import { anotherVersion } from './test/support/another-version.mjs';
import { demoServer } from './test/support/demo-server.mjs';
import { eagerImports } from './test/support/eager-imports.mjs';
import { leanTemplates } from './test/support/lean-templates.mjs';
import { localesBeside } from './test/support/locales-beside.mjs';

const root = import.meta.dirname;

/** Every module that a consumer can import: its name in `exports`, and its source; a star is every file of a folder. */
export const entries: Record<string, string> = {
  '.': 'src/index.ts',
  './core': 'src/core/index.ts',
  './adapter': 'src/adapter/index.ts',
  './table': 'src/elements/table.ts',
  './upload': 'src/elements/upload.ts',
  './detail': 'src/elements/detail.ts',
  './provider': 'src/elements/provider.ts',
  './define': 'src/define/index.ts',
  './define/prefix': 'src/define/define-batch-sync.ts',
  './define/table': 'src/define/table.ts',
  './define/upload': 'src/define/upload.ts',
  './define/detail': 'src/define/detail.ts',
  './define/provider': 'src/define/provider.ts',
  './conformance': 'src/conformance/index.ts',
  './locales/*': 'src/words/locales/*.ts',
  './tokens': 'src/themes/index.ts',
  './mocks': 'mocks/index.ts',
  './mocks/msw': 'mocks/msw.ts',
};

/** The commands of the package: its name in `bin`, and its source. */
export const commands: Record<string, string> = {
  'batch-sync-validate': 'src/cli/batch-sync-validate.ts',
  'batch-sync-conformance': 'src/cli/batch-sync-conformance.ts',
};

/** The sources of all that is published. */
export const sources: readonly string[] = Object.values({ ...entries, ...commands }).flatMap(source =>
  source.endsWith('/*.ts')
    ? readdirSync(resolve(root, dirname(source))).map(file => source.replace('*.ts', file))
    : source,
);

/** Where the package has what is built of a source. */
export const built = (source: string): string => `dist/${source.replace(/^src\//, '').replace(/\.ts$/, '.js')}`;

/** What a consumer installs beside the package, or has with Node; never bundled into it. */
const external = [
  /^lit($|\/)/,
  /^@lit\//,
  /^papaparse$/,
  /^zod($|\/)/,
  /^eventsource-parser($|\/)/,
  /^msw($|\/)/,
  /^node:/,
];

/** Browsers that know `light-dark()`: rewritten for older ones it follows only a `color-scheme` of the same stylesheet. */
export const cssTarget = ['chrome123', 'firefox120', 'safari17.5'];

/** Helpers of the compiler lie in a folder that is named after no version. */
const entryFileNames = ({ name }: { readonly name: string }): string =>
  `${name.replace(/^_virtual\/.*\//, 'helpers/')}.js`;

/** `vite build --mode lib`: the package, file by file as the sources are, so that a bundler takes what is used. */
export const library = (entry: readonly string[]): UserConfig => ({
  plugins: [leanTemplates()],
  publicDir: false,
  base: './',
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: { entry: [...entry], formats: ['es'] },
    rolldownOptions: {
      external,
      checks: { pluginTimings: false },
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames },
    },
  },
});

/**
 * `vite build --mode cdn`: the four elements, defined, with all that they need in one file, for a page without a bundler.
 * Other languages than English lie beside it.
 */
const cdn: UserConfig = {
  plugins: [leanTemplates(), eagerImports(), localesBeside()],
  publicDir: false,
  base: './',
  build: {
    outDir: 'dist/cdn',
    target: 'es2022',
    sourcemap: true,
    lib: { entry: 'src/define/index.ts', formats: ['es'], fileName: 'batch-sync-elements' },
    rolldownOptions: { checks: { pluginTimings: false }, output: { codeSplitting: false, minify: true } },
  },
};

/** `vite build --mode demo`: the demo host page as static files that talk to a backend on their own origin. */
const demo: UserConfig = {
  plugins: [leanTemplates()],
  publicDir: false,
  build: {
    outDir: 'dist-demo',
    target: 'es2022',
    cssTarget,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
};

/** The dev server, Storybook and the test runner: the mock service worker stands in for the backend. */
const develop: UserConfig = {
  plugins: [anotherVersion()],
  publicDir: 'mocks/public',
  // One Lit: what is pre-bundled brings a copy, and what imports Lit must find the copy that the elements use.
  optimizeDeps: {
    entries: ['index.html'],
    exclude: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit/context', '@storybook/web-components'],
  },
};

function configOf(mode: string): UserConfig {
  if (mode === 'lib') return library(sources);
  if (mode === 'cdn') return cdn;
  if (mode === 'server') return { ...develop, plugins: [demoServer()] };
  return mode === 'demo' ? demo : develop;
}

export default defineConfig(({ mode }) => ({
  root,
  ...configOf(mode),
  cacheDir: process.env.VITE_CACHE_DIR ?? resolve(root, 'node_modules/.vite'),
  // Lit's development build greets every page with a console warning; the page sees what a customer's page sees.
  resolve: { conditions: ['module', 'browser', 'production'] },
  server: { open: false, watch: { ignored: ['**/dist/**', '**/dist-demo/**', '**/storybook-static/**'] } },
}));
