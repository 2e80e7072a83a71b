// `npm run docs`: writes the documents that are made of something else, and says what in all of them is not true, as far
// as a machine can tell: what they name is there, and the code that they show compiles. With `--check` it writes nothing.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apiPage } from './docs/api.mjs';
import { documents } from './docs/documents.mjs';
import { hostsPage } from './docs/hosts.mjs';
import { llmsText } from './docs/llms.mjs';
import { missingIn } from './docs/references.mjs';
import { snippetFaults } from './docs/snippets.mjs';
import { root } from './mock-shell.mjs';

/** @type {[path: string, text: string][]} */
const made = [
  ['docs/api.md', await apiPage()],
  ['docs/hosts.md', await hostsPage()],
  ['llms.txt', await llmsText()],
];
const faults = [];

for (const [path, text] of made) {
  const file = join(root, path);
  if (!process.argv.includes('--check')) await writeFile(file, text);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    faults.push(`${path} is stale: run \`npm run docs\` and commit the result.`);
  }
}

const all = await documents();
faults.push(...all.flatMap(document => missingIn(document, all)), ...(await snippetFaults(all)));
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
