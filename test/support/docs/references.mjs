// Whether everything that a document names is there: pages, headings, files, commands, entries, tags, events, tokens.
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { load, root } from '../mock-shell.mjs';
import { anchorsOf, proseOf } from './documents.mjs';
import { elements } from './elements.mjs';

/** @typedef {import('./documents.mjs').Document} Document */

/** @param {string} path */
const json = async path => JSON.parse(await readFile(join(root, path), 'utf8'));

const { scripts, exports, bin } = await json('package.json');
const { tokens } = await load('src/themes/index.ts');

const entries = Object.keys(exports).map(name => name.replace(/^\./, 'batch-sync-elements'));
/** Every name of ours that begins so; the package's own and its commands among them. */
const names = new Set([
  'batch-sync-elements',
  ...Object.keys(bin),
  ...elements.flatMap(({ tagName, events = [] }) => [tagName, ...events.map(({ name }) => name)]),
]);
const tokenNames = new Set(tokens.map(({ name }) => name));

/** @param {string} name of a file, where a star is any part of a name */
function isFile(name) {
  if (!name.includes('*')) return existsSync(join(root, name));
  const folder = join(root, dirname(name));
  const pattern = new RegExp(
    `^${name
      .slice(name.lastIndexOf('/') + 1)
      .replaceAll('.', '\\.')
      .replaceAll('*', '.*')}$`,
  );
  return existsSync(folder) && readdirSync(folder).some(file => pattern.test(file));
}

/** @param {string} name */
function isEntry(name) {
  return entries.some(entry => {
    const [start, end] = entry.split('*');
    return name === entry || (end !== undefined && name.startsWith(start) && name.endsWith(end));
  });
}

/** What a pattern's group finds, each once. @param {string} text @param {RegExp} pattern */
const all = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(match => match[1] ?? ''))];

/** @param {Document} document @param {readonly Document[]} others */
function brokenLinks(document, others) {
  return all(proseOf(document), /\]\((?!https?:)([^)\s]+)\)/g).filter(link => {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? document.path : relative(root, join(root, dirname(document.path), path));
    if (!existsSync(join(root, target))) return true;
    const page = others.find(other => other.path === target);
    return anchor !== undefined && page !== undefined && !anchorsOf(page).has(anchor);
  });
}

/** Sections of the README that a guide wants to show. @param {Document} document @param {readonly Document[]} others */
function missingSections({ text }, others) {
  const readme = others.find(({ path }) => path === 'README.md');
  return all(text, /section\('([^']+)'\)/g).filter(title => !readme?.text.includes(`\n## ${title}\n`));
}

/** What a document names that is not there. @param {Document} document @param {readonly Document[]} others */
export function missingIn(document, others) {
  const { text } = document;
  const missing = [
    ...brokenLinks(document, others).map(link => `a link to ${link}`),
    ...missingSections(document, others).map(title => `the README’s section “${title}”`),
    ...all(text, /`((?:src|test|mocks|stories|docs|examples)\/[\w./*-]+\.\w+)`/g).filter(name => !isFile(name)),
    ...all(text, /`npm run ([\w:-]+)/g)
      .filter(name => !(name in scripts))
      .map(name => `npm run ${name}`),
    ...all(text, /(?<!\/)(batch-sync-elements\/[\w./*-]*[\w*])/g).filter(name => !isEntry(name)),
    ...all(text, /(?<![\w/-])(batch-sync-[a-z-]*[a-z])(?![\w/-]|\.(?:js|git))/g).filter(name => !names.has(name)),
    ...all(text, /(--batch-sync-[a-z-]*[a-z])(?!\w|-\*)/g).filter(name => !tokenNames.has(name)),
  ];
  return missing.map(name => `${document.path} names ${name}, which is not there.`);
}
