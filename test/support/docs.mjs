// `npm run docs` with `--check`: whether the documents are true, as far as a machine can tell: what they name is there, and
// the code that they show compiles.
import { documents } from './docs/documents.mjs';
import { missingIn } from './docs/references.mjs';
import { snippetFaults } from './docs/snippets.mjs';

const all = await documents();
const faults = [...all.flatMap(document => missingIn(document, all)), ...(await snippetFaults(all))];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
