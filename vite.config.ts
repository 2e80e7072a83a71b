import { resolve } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';

const root = import.meta.dirname;

/** Every public entry of the package but the manifest: the path in `exports` without its dot, and its source. */
export const entries: Record<string, string> = {
  index: 'src/index.ts',
  core: 'src/core/index.ts',
  adapter: 'src/adapter/index.ts',
  table: 'src/elements/table.ts',
  upload: 'src/elements/upload.ts',
  detail: 'src/elements/detail.ts',
  provider: 'src/elements/provider.ts',
  define: 'src/define/index.ts',
  'define/table': 'src/define/table.ts',
  'define/upload': 'src/define/upload.ts',
  'define/detail': 'src/define/detail.ts',
  'define/provider': 'src/define/provider.ts',
  conformance: 'src/conformance/index.ts',
  tokens: 'src/themes/index.ts',
};

/** The commands of the package, in `bin`. */
export const commands: Record<string, string> = {
  'cli/batch-sync-validate': 'src/cli/batch-sync-validate.ts',
  'cli/batch-sync-conformance': 'src/cli/batch-sync-conformance.ts',
};

/** What a consumer installs beside the package, or has with Node; never bundled into it. */
const external = [/^lit($|\/)/, /^@lit\//, /^papaparse$/, /^zod($|\/)/, /^eventsource-parser($|\/)/, /^node:/];

/** Browsers that know `light-dark()`: rewritten for older ones it follows only a `color-scheme` of the same stylesheet. */
export const cssTarget = ['chrome123', 'firefox120', 'safari17.5'];

/** `vite build --mode lib`: the package, one file per entry or command and chunks for what they share. */
export const library = (entry: Record<string, string>): UserConfig => ({
  publicDir: false,
  base: './',
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: { entry, formats: ['es'] },
    rolldownOptions: { external },
  },
});

/** `vite build --mode demo`: the demo host page as static files that talk to a backend on their own origin. */
const demo: UserConfig = {
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
  publicDir: 'mocks/public',
  // One Lit: what is pre-bundled brings a copy, and what imports Lit must find the copy that the elements use.
  optimizeDeps: {
    entries: ['index.html'],
    exclude: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit/context', '@storybook/web-components'],
  },
};

export default defineConfig(({ mode }) => ({
  root,
  ...(mode === 'lib' ? library({ ...entries, ...commands }) : mode === 'demo' ? demo : develop),
  cacheDir: process.env.VITE_CACHE_DIR ?? resolve(root, 'node_modules/.vite'),
  // Lit's development build greets every page with a console warning; the page sees what a customer's page sees.
  resolve: { conditions: ['module', 'browser', 'production'] },
  server: { open: false, watch: { ignored: ['**/dist/**', '**/dist-demo/**', '**/storybook-static/**'] } },
}));
