// `npm run bench:table`: what the table and the export cost beside what people use now, in Chromium, on production code.
// All contestants take turns in one run and have the same batches; what they show is checked before it counts.
//
//   --quick         fewer samples, no 10,000 batches, a file of 100,000 tasks instead of a million
//   --only <word>   only works whose name contains the word
//   --out <file>    where the JSON goes (node_modules/.cache/bench/table.json)
//
// Who pays for what: ours and Vaadin's read a page at a time from the in-memory adapter, within the time that is
// measured; its share is told in a row of its own. AG Grid has all batches in the page beforehand, as its documentation
// advises where they fit, and sorts, filters and pages by itself. Nothing is subtracted from anybody.
//
// Exit code 1 where something could not be measured or was shown wrong; a missed target is no failure.
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../support/mock-shell.mjs';
import { installContestants, openContest } from './csv/contest.mjs';
import { Report } from './csv/report.mjs';
import * as works from './table/works.mjs';

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, out: { type: 'string' } },
});
const isQuick = values.quick ?? false;
const out = values.out ?? join(root, 'node_modules/.cache/bench/table.json');
const started = performance.now();

installContestants();
const report = new Report();
const contest = await openContest('table');
try {
  for (const [name, work] of Object.entries(works)) {
    if (values.only && !name.toLowerCase().includes(values.only.toLowerCase())) continue;
    console.log(`\n> ${name}`);
    try {
      await work({ contest, report, isQuick });
    } catch (error) {
      report.complain(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  report.print();
  const seconds = Math.round((performance.now() - started) / 1000);
  const about = { browser: contest.version, node: process.version, cpu: cpus()[0]?.model, isQuick, seconds };
  report.write(out, about);
  console.log(`${contest.version}, ${seconds} s; ${out}`);
} finally {
  await contest.close();
}
if (report.complaints.length > 0) process.exitCode = 1;
