// What a source says of its interfaces: members, types and doc comments, for tables of a document.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ts } from '@custom-elements-manifest/analyzer';
import { root } from '../mock-shell.mjs';

/**
 * @typedef {object} Member
 * @property {string} name with a question mark where it may be missing
 * @property {string} type
 * @property {string} description
 */

/**
 * @typedef {object} Declaration
 * @property {string} name
 * @property {string} description
 * @property {string[]} bases what it extends
 * @property {Member[] | null} members `null` for an alias
 * @property {string} code as it stands in the source, without its comments
 */

/** @param {any} node */
const commentOf = node =>
  (ts.getTextOfJSDocComment(node.jsDoc?.at(-1)?.comment) ?? '')
    .replace(/\{@link (\w+) ?\}/g, '`$1`')
    .replace(/\s+/g, ' ');

/** @param {any} node @param {any} file */
const textOf = (node, file) =>
  node
    .getText(file)
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^\| /, '');

/** @param {any} member @param {any} file @returns {Member} */
function memberOf(member, file) {
  const name = `${member.name.getText(file)}${member.questionToken ? '?' : ''}`;
  const type = ts.isMethodSignature(member)
    ? `(${member.parameters.map(parameter => textOf(parameter, file)).join(', ')}) => ${textOf(member.type, file)}`
    : textOf(member.type, file);
  return { name, type: type.replaceAll('readonly ', ''), description: commentOf(member) };
}

/** The exported interfaces and aliases of a source, by name. @param {string} path @returns {Promise<Map<string, Declaration>>} */
export async function declarationsOf(path) {
  const file = ts.createSourceFile(path, await readFile(join(root, path), 'utf8'), ts.ScriptTarget.ES2022, true);
  const found = file.statements.filter(node => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node));
  return new Map(
    found.map(node => {
      const isInterface = ts.isInterfaceDeclaration(node);
      const name = node.name.text;
      const bases = isInterface ? (node.heritageClauses ?? []).flatMap(({ types }) => types) : [];
      return [
        name,
        {
          name,
          description: commentOf(node),
          bases: bases.map(base => textOf(base, file)),
          members: isInterface ? node.members.map(member => memberOf(member, file)) : null,
          code: node.getText(file).replace(/^export /, ''),
        },
      ];
    }),
  );
}
