// `npm run bench:csv`: how fast and how frugal the intake is beside what people use now, in Chromium, on production
// code. All contestants take turns in one run, and each answer is checked; times are compared within a round only.
//
//   --quick         fewer samples, no file of a million rows
//   --only <word>   only works whose name contains the word
//   --out <file>    where the JSON goes (node_modules/.cache/bench/csv.json)
//
// Exit code 1 where something could not be measured or an answer was wrong; a missed target is no failure.
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../support/mock-shell.mjs';
import { installContestants, openContest } from './csv/contest.mjs';
import { Report } from './csv/report.mjs';
import * as works from './csv/works.mjs';

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, out: { type: 'string' } },
});
const isQuick = values.quick ?? false;
const out = values.out ?? join(root, 'node_modules/.cache/bench/csv.json');
const started = performance.now();

installContestants();
const report = new Report();
const contest = await openContest();
try {
  for (const [name, work] of Object.entries(works)) {
    if (isQuick && name === 'warm1M') continue;
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
