import { foundationOf } from '../intake/foundation.js';
import { matchHeader } from '../intake/header.js';
import type { RepairName } from '../issue.js';
import type { FileChange, ValidationReport } from '../report.js';
import { editCell, removeRows } from './change-rows.js';
import { laidOut, repairedLayout } from './columns.js';
import { isDividedByCommas, judge } from './judge.js';
import { isRereading, reread, type Rereading } from './reread.js';
import { rowRepair } from './rows.js';
import { withRows } from './split.js';

type Repair = FileChange & { readonly kind: 'repair' };

/** The order in which repairs are made: what is read, what are columns, what is in them. */
const rereadings: readonly Rereading[] = ['reencode', 'convert_delimiter'];
const ofLines: readonly RepairName[] = ['drop_blank_lines'];
const ofHeader: readonly RepairName[] = ['rename_columns', 'drop_columns', 'add_columns', 'reorder_columns'];
const ofRows: readonly RepairName[] = ['pad_cells', 'drop_cells', 'trim_cells', 'undo_apostrophe'];

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
  const read = rereadings.reduce((current, name) => (named.has(name) ? repairedAnew(current, name) : current), report);
  const isOffered = (name: RepairName) => named.has(name) && read.repairs.includes(name);
  if (![...ofLines, ...ofHeader, ...ofRows].some(isOffered)) return read;
  // A repair of the header or of cells may make work for the next repair of cells.
  const made = [...ofLines.filter(isOffered), ...ofHeader.filter(isOffered), ...ofRows.filter(name => named.has(name))];
  return repaired(read, { kind: 'repair', repairs: made });
}

/** Reads the file again, and does all that was done to it since. */
function repairedAnew(report: ValidationReport, name: Rereading): ValidationReport {
  if (!report.repairs.includes(name)) return report;
  const changes: FileChange[] = [...report.changes.filter(isOfText), { kind: 'repair', repairs: [name] }];
  const names = changes.flatMap(change => (change.kind === 'repair' ? change.repairs : []));
  const read = reread(report, new Set(names.filter(isRereading)), changes);
  return report.changes.filter(change => !isOfText(change)).reduce(redone, read);
}

function isOfText(change: FileChange): boolean {
  return change.kind === 'repair' && change.repairs.some(isRereading);
}

function redone(report: ValidationReport, change: FileChange): ValidationReport {
  const { content } = foundationOf(report);
  switch (change.kind) {
    case 'repair':
      return repaired(report, change);
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

/** Makes the repairs that need no other reading of the text. */
function repaired(report: ValidationReport, change: Repair): ValidationReport {
  const repairs = new Set(change.repairs);
  const mended: ReadonlySet<string> = repairs.has('drop_blank_lines') ? blankLines : new Set();
  const { content } = foundationOf(report);
  const { header, definition } = report;
  const isRewritten = [...ofHeader, ...ofRows].some(name => repairs.has(name));
  if (!isRewritten || !header || !isDividedByCommas(report)) return judge(report, { content, change, mended });

  const layout = repairedLayout(header.cells, repairs, definition);
  const { positions } = matchHeader(layout.names, definition);
  const mend = rowRepair(repairs, definition, positions, layout.names.length);
  const isMoved = layout.sources.length !== header.cells.length || layout.sources.some((source, to) => source !== to);
  const arranged = (cells: readonly string[]) => (isMoved ? laidOut(cells, header.cells.length, layout) : cells);
  const rows = content.rewritten(cells => mend(arranged(cells)));
  return judge(report, { content: rows, names: layout.names, change, mended });
}
