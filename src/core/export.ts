import type { Task } from './batch.js';
import { csvRecord } from './csv-cell.js';
import type { BatchDefinition } from './definition.js';
import { isNeutralised, needsApostrophe } from './formula.js';

export interface ExportOptions {
  readonly signal?: AbortSignal;
  /** Cells as they are, formulas too. Only for a person who asked for it, and labelled. */
  readonly raw?: boolean;
}

/** Characters that are held as text before they go into the file. */
const chunkLength = 64 * 1024;

/** Milliseconds of work at a time. */
const slice = 12;

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
 * unless `raw`. Works in slices, so that the page stays alive. Rejects with what `tasks` threw or with the signal's
 * reason: a file is complete or absent.
 */
export async function exportCsv(
  tasks: Iterable<Task> | AsyncIterable<Task>,
  { exportColumns }: BatchDefinition,
  { signal, raw = false }: ExportOptions = {},
): Promise<Blob> {
  const parts: Blob[] = [];
  let chunk = `${csvRecord(exportColumns.map(({ header }) => header))}\r\n`;
  let serial = 0;
  let sliceStart = performance.now();
  for await (const task of tasks) {
    signal?.throwIfAborted();
    serial++;
    const cells = exportColumns.map(({ value }) => value(task, serial));
    chunk += `${csvRecord(raw ? cells : cells.map(neutralise))}\r\n`;
    if (chunk.length >= chunkLength) {
      parts.push(new Blob([chunk]));
      chunk = '';
    }
    if (performance.now() - sliceStart > slice) {
      await breathe();
      sliceStart = performance.now();
    }
  }
  signal?.throwIfAborted();
  return new Blob([...parts, chunk], { type: 'text/csv;charset=utf-8' });
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
