// Writes custom-elements.json from the doc comments of the element classes and, for the custom properties, from the tokens
// that their stylesheets read; with `--check` only says if it is stale.
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { load, root } from './mock-shell.mjs';

const file = join(root, 'custom-elements.json');
const module = await load('vite.config.ts');

/** From a source path to the file that a consumer imports. @type {Map<string, string>} */
const published = new Map(Object.values(module.entries).map(source => [source, module.built(source)]));

const [{ tokens }, { fallbackCss }, { fallbacks }, { cancelableEvents }] = await Promise.all(
  ['src/themes/tokens.ts', 'src/themes/token.ts', 'src/ui/styles/fallbacks.ts', 'src/elements/events.ts'].map(load),
);

/** The stylesheets of an element, and those that come with its pieces. @param {string} path */
async function stylesOf(path) {
  const sheets = path.replace(/\.ts$/, '.styles.ts');
  if (!existsSync(join(root, sheets))) return [];
  const name = basename(path, '.ts');
  const names = await readdir(join(root, 'src/elements'));
  const pieces = names.filter(each => each.startsWith(`${name}-`) && each.endsWith('.piece.ts'));
  const loaded = await Promise.all(pieces.map(piece => load(`src/elements/${piece}`)));
  return [Object.values(await load(sheets)), loaded.map(({ styles = [] }) => styles)];
}

/** The public custom properties that an element's stylesheets read, each by its private twin. @param {string} path */
async function cssPropertiesOf(path) {
  const text = (await stylesOf(path)).flat(Infinity).join('\n').replace(String(fallbacks), '');
  return tokens
    .filter(({ name }) => text.includes(`var(${name.replace('--batch-sync-', '--_')})`))
    .map(token => ({ description: token.description, name: token.name, default: fallbackCss(token) }));
}

/** @param {{name?: string, fieldName?: string, privacy?: string}} member */
function isPublic({ name = '', fieldName = '', privacy }) {
  return !privacy?.startsWith('pr') && !/^[#_]/.test(fieldName || name);
}

/** @param {any} declaration @param {object[]} cssProperties */
function publicMembers(declaration, cssProperties) {
  const members = (declaration.members ?? []).filter(isPublic);
  const fields = new Set(members.map(member => member.name));
  const attributes = (declaration.attributes ?? []).filter(({ fieldName }) => !fieldName || fields.has(fieldName));
  // The schema has no word for it, and no word against one more.
  const events = declaration.events?.map(event => ({ ...event, cancelable: cancelableEvents.includes(event.name) }));
  return {
    ...declaration,
    members,
    attributes,
    ...(events && { events }),
    ...(cssProperties.length > 0 && { cssProperties }),
  };
}

/** Only the elements, at the paths a consumer imports, and where each tag is defined. @param {any} manifest */
async function publicManifest(manifest) {
  const modules = [];
  for (const { path, declarations, ...rest } of manifest.modules) {
    const cssProperties = await cssPropertiesOf(path);
    const elements = declarations
      .filter(({ customElement }) => customElement)
      .map(declaration => publicMembers(declaration, cssProperties));
    const names = new Set(elements.map(({ name }) => name));
    const target = published.get(path);
    if (elements.length === 0) continue;
    if (!target) throw new Error(`${path} holds an element but is no entry of the package`);
    const exports = rest.exports.filter(({ kind, declaration }) => kind === 'js' && names.has(declaration.name));
    modules.push({ kind: rest.kind, path: target, declarations: elements, exports });
    modules.push({
      kind: rest.kind,
      path: target.replace('dist/elements/', 'dist/define/'),
      declarations: [],
      exports: elements.map(({ tagName, name }) => ({
        kind: 'custom-element-definition',
        name: tagName,
        declaration: { name, module: target },
      })),
    });
  }
  modules.sort((one, other) => (one.path < other.path ? -1 : 1));
  const text = JSON.stringify({ ...manifest, modules }, null, 2);
  return `${text.replaceAll(/src\/elements\/[\w/-]+\.ts/g, source => published.get(source) ?? source)}\n`;
}

const paths = (await readdir(join(root, 'src/elements'), { recursive: true }))
  .filter(name => name.endsWith('.ts'))
  .map(name => `src/elements/${name.replaceAll('\\', '/')}`)
  .sort();
const modules = await Promise.all(
  paths.map(async path =>
    ts.createSourceFile(path, await readFile(join(root, path), 'utf8'), ts.ScriptTarget.ES2022, true),
  ),
);
const fresh = await publicManifest(create({ modules, plugins: litPlugin() }));

if (!process.argv.includes('--check')) await writeFile(file, fresh);
else if ((await readFile(file, 'utf8').catch(() => '')) !== fresh) {
  console.error('custom-elements.json is stale: run `npm run manifest` and commit the result.');
  process.exitCode = 1;
}
