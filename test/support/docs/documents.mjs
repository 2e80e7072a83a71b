// The documents of the project: which there are, and what is in one.
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../mock-shell.mjs';

/**
 * @typedef {object} Document
 * @property {string} path from the root
 * @property {string} text
 */

/** @returns {Promise<Document[]>} */
export async function documents() {
  const named = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'llms.txt'];
  const found = ['docs', 'stories/guides'].flatMap(folder =>
    readdirSync(join(root, folder)).map(name => `${folder}/${name}`),
  );
  const paths = [...named.filter(path => existsSync(join(root, path))), ...found.filter(path => /\.mdx?$/.test(path))];
  return Promise.all(paths.map(async path => ({ path, text: await readFile(join(root, path), 'utf8') })));
}

const fence = /^( *)```(\w*)[^\n]*\n([^]*?)^\1```$/gm;

/** The code that a document shows, with its language and the number of its first line. @param {Document} document */
export function codeOf({ text }) {
  return [...text.matchAll(fence)].map(({ 2: language = '', 3: code = '', index }) => ({
    language,
    code,
    line: text.slice(0, index).split('\n').length + 1,
  }));
}

/** What a document says beside its code, line by line as it stands. @param {Document} document */
export const proseOf = ({ text }) => text.replace(fence, block => block.replace(/[^\n]+/g, ''));

/** The names under which a document's headings can be linked to, as GitHub makes them. @param {Document} document */
export function anchorsOf(document) {
  const headings = [...proseOf(document).matchAll(/^#{1,6} (.+)$/gm)].map(match => match[1] ?? '');
  return new Set(headings.map(anchorOf));
}

/** @param {string} heading */
export function anchorOf(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
