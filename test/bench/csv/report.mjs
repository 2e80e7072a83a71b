// What was measured, as rows of a table and as JSON.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { quantity, ratios, spread } from './statistics.mjs';

/**
 * @typedef {{min: number, median: number, max: number}} Spread
 * @typedef {{time: number, cpu: number}} Sample milliseconds, on the clock and of the thread at work
 * @typedef {import('./targets.mjs').Target} Target
 * @typedef {{work: string, what: string, unit: Target['unit'], measured: Spread, cpu: Spread | null, target: Target | null, met: boolean | null}} Row
 */

export class Report {
  /** @type {Row[]} */
  rows = [];
  /** What could not be measured, and wrong answers. @type {string[]} */
  complaints = [];
  /** @type {string[]} */
  notes = [];

  /**
   * @param {string} work @param {string} what @param {Target['unit']} unit @param {Spread} measured
   * @param {Target | null} [target] @param {Spread | null} [cpu] the same of the thread's time at work
   */
  add(work, what, unit, measured, target = null, cpu = null) {
    const row = { work, what, unit, measured, cpu, target, met: target && measured.median <= target.most };
    this.rows.push(row);
    console.log(`  ${line(row).join('  ')}`);
  }

  /** @param {string} work @param {string} contestant @param {readonly Sample[]} samples @param {Target | null} [target] */
  addTimes(work, contestant, samples, target = null) {
    this.add(work, contestant, 'ms', spread(timesOf(samples)), target, spread(cpuOf(samples)));
  }

  /**
   * One contestant's times as parts of another's in the same rounds.
   * @param {string} work @param {string} what @param {readonly Sample[]} ours @param {readonly Sample[]} theirs
   * @param {Target | null} [target]
   */
  addRatio(work, what, ours, theirs, target = null) {
    const cpu = ratios(cpuOf(ours), cpuOf(theirs));
    this.add(work, what, '×', ratios(timesOf(ours), timesOf(theirs)), target, cpu);
  }

  /** @param {string} text */
  complain(text) {
    this.complaints.push(text);
    console.log(`  NOT MEASURED  ${text}`);
  }

  print() {
    const head = ['work', 'measured', 'median', 'min … max', 'CPU, median', 'target', ''];
    const cells = [head, ...this.rows.map(line)];
    const widths = head.map((_, column) => Math.max(...cells.map(row => row[column].length)));
    console.log();
    for (const [index, row] of cells.entries()) {
      const isNewWork = index > 1 && row[0] !== cells[index - 1][0];
      if (index === 1 || isNewWork) console.log(widths.map(width => '-'.repeat(width)).join('-+-'));
      const shown = index > 1 && !isNewWork ? ['', ...row.slice(1)] : row;
      console.log(
        shown
          .map((cell, column) => cell.padEnd(widths[column]))
          .join(' | ')
          .trimEnd(),
      );
    }
    const judged = this.rows.filter(({ met }) => met !== null);
    console.log(`\n${judged.filter(({ met }) => met).length} of ${judged.length} targets met.`);
    for (const note of this.notes) console.log(note);
    for (const complaint of this.complaints) console.log(`Not measured: ${complaint}`);
  }

  /** @param {string} path @param {object} about */
  write(path, about) {
    mkdirSync(dirname(path), { recursive: true });
    const { rows, notes, complaints } = this;
    writeFileSync(path, `${JSON.stringify({ ...about, rows, notes, complaints }, null, 2)}\n`);
  }
}

/** @param {readonly Sample[]} samples */
function timesOf(samples) {
  return samples.map(({ time }) => time);
}

/** @param {readonly Sample[]} samples */
function cpuOf(samples) {
  return samples.map(({ cpu }) => cpu);
}

/** The clock decides; that the thread's own time says otherwise shows that the machine had other things to do. */
function verdict(
  /** @type {boolean | null} */ met,
  /** @type {Spread | null} */ cpu,
  /** @type {Target | null} */ target,
) {
  if (met === null || !target) return '';
  const isMetByCpu = cpu ? cpu.median <= target.most : met;
  return `${met ? 'met' : 'NOT MET'}${isMetByCpu === met ? '' : isMetByCpu ? ' (met in CPU time)' : ' (not in CPU time)'}`;
}

/** @param {Row} row */
function line({ work, what, unit, measured, cpu, target, met }) {
  const { min, median, max } = measured;
  const range = min === max ? '' : `${quantity(min, unit)} … ${quantity(max, unit)}`;
  const cpuMedian = cpu ? quantity(cpu.median, unit) : '';
  return [work, what, quantity(median, unit), range, cpuMedian, target?.text ?? '', verdict(met, cpu, target)];
}
