// `docs/hosts.md`: the apps of test/hosts/ as recipes, their files as they lie there.
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { root } from '../mock-shell.mjs';
import { joined } from './markdown.mjs';

/** What stands on the page of each: a title, what to know, and the files that a reader would copy. */
/** @type {readonly {title: string, words: string, files: readonly string[]}[]} */
const recipes = [
  {
    title: 'What they share',
    words:
      'A session that knows when its token has ended, and a brand. A server of yours answers `/session`; the elements ask for a token with each request and once more after a 401.',
    files: ['shared/session.js', 'shared/look.css'],
  },
  {
    title: 'A plain page',
    words:
      'The one file from a CDN, by an import map, under a policy that allows nothing else. Its hash stands in `dist/cdn/integrity.json` of the package; that of the import map is told by the browser where it is wrong.',
    files: ['plain/index.html', 'plain/main.js'],
  },
  {
    title: 'React 19',
    words:
      'Tags are typed by `batch-sync-elements/types/react`; properties and events are props. A `config` or `columns` made anew at each render disturbs nothing, and `StrictMode` mounts twice without harm. Import the define entry before the first render, as here: until a tag is defined, React 19 would write an object as text.',
    files: ['react-19/src/BatchSync.tsx'],
  },
  {
    title: 'React 18',
    words: 'It knows attributes only. `@lit/react` makes a component of each class, with typed props.',
    files: ['react-18/src/elements.ts', 'react-18/src/BatchSync.tsx'],
  },
  {
    title: 'Vue 3',
    words: 'Its compiler has to know which tags are not its own.',
    files: ['vue/vite.config.js', 'vue/src/BatchSync.vue'],
  },
  { title: 'Svelte 5', words: 'Nothing has to be set up.', files: ['svelte/src/BatchSync.svelte'] },
  {
    title: 'Angular',
    words:
      'With `CUSTOM_ELEMENTS_SCHEMA` in the component that has the tags. `[attr.readonly]`, for Angular takes `[readonly]` for the `readOnly` of a native field.',
    files: ['angular/src/batch-sync.ts', 'angular/src/styles.css'],
  },
  {
    title: 'webpack 5',
    words:
      'The parts that are loaded by need are chunks; under Trusted Types webpack loads them by a policy of its own, which the page has to allow.',
    files: ['webpack/webpack.config.js', 'webpack/src/main.js'],
  },
  {
    title: 'Rendered on a server',
    words:
      'Every entry can be imported in Node. A server writes the tags with their attributes, and the elements draw themselves in the browser, from the moment that they are defined: here once React has taken over what was rendered, for it sets no properties then.',
    files: ['ssr/src/BatchSync.jsx', 'ssr/src/server.jsx', 'ssr/src/client.jsx'],
  },
  {
    title: 'Tags of another name',
    words: 'Nothing is defined but what is asked for; events and custom properties keep their names.',
    files: ['prefix/src/main.js', 'prefix/src/look.css'],
  },
  {
    title: 'Two versions on one page',
    words:
      "Somebody else on the page has defined the tags already, from another version. A prefix gives this one tags of its own, and both work side by side. Each brings a Lit: the policy needs `trusted-types lit-html 'allow-duplicates'`.",
    files: ['two-versions/index.html', 'two-versions/src/main.js'],
  },
];

/** Written out: what is called `js` or `ts` is compiled by itself, and these are parts of apps that are built whole. */
const languages = { '.js': 'javascript', '.ts': 'typescript' };

/** @param {string} path */
async function shown(path) {
  const text = await readFile(join(root, 'test/hosts', path), 'utf8');
  const extension = extname(path);
  return `\`test/hosts/${path}\`\n\n\`\`\`${languages[extension] ?? extname(path).slice(1)}\n${text}\`\`\``;
}

export async function hostsPage() {
  const sections = await Promise.all(
    recipes.map(async ({ title, words, files }) => [`## ${title}`, words, ...(await Promise.all(files.map(shown)))]),
  );
  return joined([
    '# In your framework',
    'Made by `npm run docs` of the apps in `test/hosts`, word for word.',
    'Each app is small, complete and driven by `npm run test:hosts`: the package is packed and installed in it as it would be from a registry, the app is built, and in the browser a person opens a batch, sends a file, has the token end, closes the module and opens it again, under a strict content security policy and with nothing on the console. All show the same screen: the module with a column of the host’s, a switch “Locked”, a button that takes the module away and brings it back, and a list of what the host was told.',
    ...sections.flat(),
  ]);
}
