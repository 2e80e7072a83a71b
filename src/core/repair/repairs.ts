import { foundationOf } from '../intake/foundation.js';
import type { RepairName } from '../issue.js';
import type { FileChange, ValidationReport } from '../report.js';
import { editCell, removeRows } from './change-rows.js';
import { laidOut, repairedLayout } from './columns.js';
import { judge } from './judge.js';
import { isRereading, reread, type Rereading } from './reread.js';
import { rowRepair } from './rows.js';
import { withRows } from './split.js';

/** The order in which repairs are made: how the text is read, then its columns, then what is in them. */
const repairOrder = [
  'reencode',
  'convert_delimiter',
  'drop_blank_lines',
  'rename_columns',
  'drop_columns',
  'add_columns',
  'reorder_columns',
  'pad_cells',
  'drop_cells',
  'trim_cells',
  'undo_apostrophe',
] as const satisfies readonly RepairName[];

const blankLines: ReadonlySet<string> = new Set(['blank_line']);

/**
 * The report on the file with some repairs made; undo is keeping the earlier report. Whatever order they are named in,
 * they are made in one: `reencode`, `convert_delimiter`, `drop_blank_lines`, `rename_columns`, `drop_columns`,
 * `add_columns`, `reorder_columns`, `pad_cells`, `drop_cells`, `trim_cells`, `undo_apostrophe`; each if, by then, the
 * report offers it. `split`, which makes several files, is passed over. A repair may bring to light what a fault hid:
 * the rows of a file that could not be read, a value that comes back once its blanks are gone.
 */
export function applyRepairs(report: ValidationReport, repairs: Iterable<RepairName>): ValidationReport {
  const named = new Set(repairs);
  return repairOrder.reduce((current, name) => {
    if (!named.has(name) || !current.repairs.includes(name)) return current;
    return isRereading(name) ? repairedAnew(current, name) : repaired(current, name);
  }, report);
}

/** Reads the file again, and does all that was done to it since. */
function repairedAnew(report: ValidationReport, repair: Rereading): ValidationReport {
  const changes: FileChange[] = [...report.changes.filter(isRereadingChange), { kind: 'repair', repair }];
  const repairs = changes.flatMap(change => (change.kind === 'repair' ? [change.repair] : []));
  const read = reread(report, new Set(repairs), changes);
  return report.changes.filter(change => !isRereadingChange(change)).reduce(redone, read);
}

function isRereadingChange(change: FileChange): boolean {
  return change.kind === 'repair' && isRereading(change.repair);
}

function redone(report: ValidationReport, change: FileChange): ValidationReport {
  const { content } = foundationOf(report);
  switch (change.kind) {
    case 'repair':
      return repaired(report, change.repair);
    case 'edit': {
      const { row, column, value } = change;
      return content.has(row) ? editCell(report, row, column, value) : report;
    }
    case 'remove': {
      const rows = change.rows.filter(row => content.has(row));
      return removeRows(report, rows);
    }
    case 'split':
      return withRows(report, change);
  }
}

/** Makes a repair that needs no other reading of the text. */
function repaired(report: ValidationReport, repair: RepairName): ValidationReport {
  const change: FileChange = { kind: 'repair', repair };
  const { content } = foundationOf(report);
  const { header, definition } = report;
  if (repair === 'drop_blank_lines') return judge(report, { content, change, mended: blankLines });
  if (!header) return report;

  const width = header.cells.length;
  const layout = repairedLayout(header.cells, repair, definition);
  if (layout) {
    const rows = content.rewritten(cells => laidOut(cells, width, layout));
    return judge(report, { content: rows, names: layout.names, change });
  }
  const rows = content.rewritten(rowRepair(repair, definition, report.columnIndexes, width));
  return judge(report, { content: rows, change });
}
