import type { Task } from './batch.js';
import { csvRecord, quoteCell } from './csv-cell.js';
import type { BatchDefinition } from './definition.js';
import { isNeutralised, needsApostrophe } from './formula.js';
import { TextSpool } from './text-spool.js';

export interface ExportOptions {
  readonly signal?: AbortSignal;
  /** Cells as they are, formulas too. Only for a person who asked for it, and labelled. */
  readonly raw?: boolean;
}

/** Milliseconds of work at a time, and after how many tasks the clock is looked at. */
const slice = 12;
const stride = 32;

/** What no spreadsheet runs and no quotes are needed for: most cells, told in one look. */
const plain = /^[A-Za-z0-9][^",\r\n]*$/;

/** A cell that no spreadsheet runs: an apostrophe before what it might. `undoNeutralise` gives exactly `cell` back. */
export function neutralise(cell: string): string {
  return needsApostrophe(cell) ? `'${cell}` : cell;
}

/** A cell as it was before `neutralise`; any other cell unchanged. */
export function undoNeutralise(cell: string): string {
  return isNeutralised(cell) ? cell.slice(1) : cell;
}

/**
 * The results file: RFC 4180, UTF-8, CRLF, a header, then one record per task in the order given, cells neutralised
 * unless `raw`. Tasks that come later may come in pages, which spares the wait for each of them. Works in slices, so that the page stays alive. Rejects with what `tasks` threw or with the signal's
 * reason: a file is complete or absent.
 */
export async function exportCsv(
  tasks: Iterable<Task> | AsyncIterable<Task | readonly Task[]>,
  { exportColumns }: BatchDefinition,
  { signal, raw = false }: ExportOptions = {},
): Promise<Blob> {
  const file = new TextSpool('text/csv;charset=utf-8');
  const values = exportColumns.map(({ value }) => value);
  let serial = 0;
  let sliceStart = performance.now();
  file.add(`${csvRecord(exportColumns.map(({ header }) => header))}\r\n`);

  /** Answers with a pause, where one is due. */
  function take(task: Task): Promise<void> | null {
    signal?.throwIfAborted();
    serial++;
    file.add(recordOf(task, serial, values, raw));
    return serial % stride === 0 && performance.now() - sliceStart > slice ? pause() : null;
  }

  async function pause(): Promise<void> {
    await breathe();
    sliceStart = performance.now();
  }

  // Not awaited one by one: that would take longer than to write them.
  async function takeAll(page: Iterable<Task>): Promise<void> {
    for (const task of page) {
      const due = take(task);
      if (due) await due;
    }
  }

  if (Symbol.iterator in tasks) await takeAll(tasks);
  else for await (const given of tasks) await takeAll(Symbol.iterator in given ? given : [given]);
  signal?.throwIfAborted();
  return file.end();
}

/** A task's line. A loop of its own: lists of cells for a million tasks would be most of the work. */
function recordOf(
  task: Task,
  serial: number,
  values: readonly ((task: Task, serial: number) => string)[],
  raw: boolean,
): string {
  let record = '';
  let before = '';
  for (const value of values) {
    const cell = value(task, serial);
    const isPlain = cell.length === 0 || plain.test(cell);
    record += before + (isPlain ? cell : quoteCell(raw ? cell : neutralise(cell)));
    before = ',';
  }
  // Bare, a lone empty cell would be a blank line.
  return `${record === '' ? '""' : record}\r\n`;
}

/** Lets the page do what waits. By a message, not a timer: a hidden page stretches timers to seconds. */
function breathe(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
