// What was measured, as rows of a table and as JSON.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { quantity, spread } from './statistics.mjs';

/**
 * @typedef {{min: number, median: number, max: number}} Spread
 * @typedef {import('./targets.mjs').Target} Target
 * @typedef {{work: string, what: string, unit: Target['unit'], measured: Spread, target: Target | null, met: boolean | null}} Row
 */

export class Report {
  /** @type {Row[]} */
  rows = [];
  /** What could not be measured, and wrong answers. @type {string[]} */
  complaints = [];
  /** @type {string[]} */
  notes = [];

  /** @param {string} work @param {string} what @param {Target['unit']} unit @param {Spread} measured @param {Target | null} [target] */
  add(work, what, unit, measured, target = null) {
    const row = { work, what, unit, measured, target, met: target && measured.median <= target.most };
    this.rows.push(row);
    console.log(`  ${line(row).join('  ')}`);
  }

  /** @param {string} work @param {string} contestant @param {number[]} times milliseconds */
  addTimes(work, contestant, times) {
    this.add(work, contestant, 'ms', spread(times));
  }

  /** @param {string} text */
  complain(text) {
    this.complaints.push(text);
    console.log(`  NOT MEASURED  ${text}`);
  }

  print() {
    const head = ['work', 'measured', 'median', 'min … max', 'target', ''];
    const cells = [head, ...this.rows.map(line)];
    const widths = head.map((_, column) => Math.max(...cells.map(row => row[column].length)));
    console.log();
    for (const [index, row] of cells.entries()) {
      const isNewWork = index > 1 && row[0] !== cells[index - 1][0];
      if (index === 1 || isNewWork) console.log(widths.map(width => '-'.repeat(width)).join('-+-'));
      const shown = index > 1 && !isNewWork ? ['', ...row.slice(1)] : row;
      console.log(shown.map((cell, column) => cell.padEnd(widths[column])).join(' | ').trimEnd());
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

/** @param {Row} row */
function line({ work, what, unit, measured, target, met }) {
  const { min, median, max } = measured;
  const range = min === max ? '' : `${quantity(min, unit)} … ${quantity(max, unit)}`;
  return [work, what, quantity(median, unit), range, target?.text ?? '', met === null ? '' : met ? 'met' : 'NOT MET'];
}
