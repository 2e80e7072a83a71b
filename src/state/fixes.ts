import { repairNames } from '../core/issue.js';
import type { RepairName } from '../core/issue.js';
import type { Change, Review } from './upload-review.js';

/** A change that is offered: a repair, all of them, or the removal of rows. */
export interface Fix {
  readonly name: RepairName | 'all' | 'duplicates' | 'errors';
  readonly change: Change;
  /** How much it mends: issues, rows or, of a split, batches. */
  readonly count: number;
}

/** What would help a file, the gentlest first. */
export function fixesOf({ report, findings }: Review): readonly Fix[] {
  const { repairs, rowCount, definition } = report;
  const names = repairs.filter(name => name !== 'split');
  const single = names.map((name): Fix => {
    return { name, change: { kind: 'repair', repairs: [name] }, count: findings.repairs.get(name) ?? 0 };
  });
  const all: Fix = { name: 'all', change: { kind: 'repair', repairs: everyRepair }, count: names.length };
  const split: Fix = {
    name: 'split',
    change: { kind: 'split' },
    count: Math.ceil(rowCount / definition.limits.maxRows),
  };
  return [
    ...(isMore(names, findings.errors) ? [all] : []),
    ...single,
    ...(repairs.includes('split') ? [split] : []),
    ...removals(findings, rowCount),
  ];
}

/** Of what an info offers nothing is urged on anybody. */
const everyRepair: readonly RepairName[] = repairNames.filter(name => name !== 'split' && name !== 'drop_blank_lines');
/** What is wrong with the header or the rows can be mended once the text can be read. */
const rereading: readonly RepairName[] = ['reencode', 'convert_delimiter'];

/** Whether one repair does not do. */
function isMore(names: readonly RepairName[], errors: number): boolean {
  const urgent = names.filter(name => everyRepair.includes(name));
  return urgent.length > 1 || (errors > 1 && urgent.some(name => rereading.includes(name)));
}

function removals({ rows }: Review['findings'], rowCount: number): readonly Fix[] {
  const { withErrors, repeated } = rows;
  return [
    ...removal('duplicates', repeated, rowCount),
    ...(withErrors.length === repeated.length ? [] : removal('errors', withErrors, rowCount)),
  ];
}

/** Nothing that would leave nothing. */
function removal(name: Fix['name'], rows: readonly number[], rowCount: number): readonly Fix[] {
  if (rows.length === 0 || rows.length >= rowCount) return [];
  return [{ name, change: { kind: 'remove', rows }, count: rows.length }];
}
