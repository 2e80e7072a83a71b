// What each bench does: its works one after the other, then the table, and the same as JSON.
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../support/mock-shell.mjs';
import { installContestants, openContest } from './csv/contest.mjs';
import { Report } from './csv/report.mjs';

/** @typedef {{contest: Awaited<ReturnType<typeof openContest>>, report: Report, isQuick: boolean}} Bench */

/**
 * Reads `--quick`, `--only` and `--out`. Exit code 1 where something could not be measured or an answer was wrong.
 *
 * @param {'csv' | 'table'} name
 * @param {Readonly<Record<string, (bench: Bench) => Promise<void>>>} works
 * @param {readonly string[]} [long] works that a quick run leaves out
 */
export async function runBench(name, works, long = []) {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean' }, only: { type: 'string' }, out: { type: 'string' } },
  });
  const isQuick = values.quick ?? false;
  const only = values.only?.toLowerCase() ?? '';
  const out = values.out ?? join(root, `node_modules/.cache/bench/${name}.json`);
  const started = performance.now();

  installContestants();
  const report = new Report();
  const contest = await openContest(name);
  try {
    for (const [title, work] of Object.entries(works)) {
      if ((isQuick && long.includes(title)) || !title.toLowerCase().includes(only)) continue;
      console.log(`\n> ${title}`);
      try {
        await work({ contest, report, isQuick });
      } catch (error) {
        report.complain(`${title}: ${error instanceof Error ? error.message : error}`);
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
}
