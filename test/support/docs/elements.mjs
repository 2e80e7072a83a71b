// The elements as the manifest has them, in the order in which a reader meets them.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../mock-shell.mjs';

const { modules } = JSON.parse(await readFile(join(root, 'custom-elements.json'), 'utf8'));
const declarations = modules.flatMap(module => module.declarations);

export const elements = ['provider', 'table', 'upload', 'detail'].map(name =>
  declarations.find(({ tagName }) => tagName === `batch-sync-${name}`),
);
