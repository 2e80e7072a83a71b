// What each entry of the package is for; a new one has to be told here, or `npm run docs` fails.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../mock-shell.mjs';

/** @type {Record<string, string>} */
const told = {
  '.': 'the classes, `viewFromParams`, `paramsFromView`, `cancelableEvents`, `locales`, and every public type; defines nothing',
  './define': 'defines the four tags',
  './define/prefix': '`defineBatchSync({ prefix, registry })`, for tags of another name; defines nothing by itself',
  './define/provider': 'defines this tag alone; likewise `./define/table`, `./define/upload`, `./define/detail`',
  './define/table': '',
  './define/upload': '',
  './define/detail': '',
  './provider': 'this class alone; likewise `./table`, `./upload`, `./detail`',
  './table': '',
  './upload': '',
  './detail': '',
  './core': 'without a screen and without a network, in Node, too: validation, repair, export, the preset `batchSync`',
  './adapter': '`createRestAdapter`, and the types of an adapter of your own',
  './conformance': '`checkBaseUrl`, `checkAdapter`: whether a backend keeps the contract',
  './locales/*': 'the words of a language, to be given as `catalogues`',
  './themes/*.css': 'ready-made themes',
  './tokens': '`tokens` and `themes` as typed lists',
  './tokens.json': 'tokens in the format of DTCG 2025.10',
  './tokens.resolver.json': 'themes, schemes and density as its resolver module',
  './mocks': 'a backend in memory: `createMemoryAdapter`, `createEngine`, scenarios, CSV files',
  './mocks/msw': 'the same as handlers of MSW',
  './types/react':
    'types of the tags for React 19; likewise `./types/preact`, `./types/solid`, `./types/svelte`, `./types/vue`',
  './types/preact': '',
  './types/solid': '',
  './types/svelte': '',
  './types/vue': '',
  './cdn': 'one file that holds and defines everything, for pages without a bundler',
  './cdn/integrity.json': 'its hash, and those of the languages beside it',
  './openapi.yaml': 'the contract, OpenAPI 3.1',
  './custom-elements.json': 'the custom elements manifest',
  './vscode.html-custom-data.json': 'what VS Code reads of tags and attributes',
  './vscode.css-custom-data.json': 'and of custom properties',
  './web-types.json': 'what JetBrains editors read',
  './package.json': 'the version',
};

const { exports } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const untold = Object.keys(exports).filter(name => !(name in told));
const gone = Object.keys(told).filter(name => !(name in exports));
if (untold.length + gone.length > 0) {
  throw new Error(`test/support/docs/entries.mjs does not tell of ${untold} and tells of ${gone}, which are not there`);
}

/** Names to import from and what they have; those told by another are left out. */
export const entries = Object.entries(told)
  .filter(([, what]) => what !== '')
  .map(([name, what]) => [name.replace(/^\./, 'batch-sync-elements'), what]);
