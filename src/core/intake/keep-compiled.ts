import type { BatchDefinition } from '../definition.js';
import { Content } from './content.js';
import { SeenValues } from './duplicates.js';
import { IssueLog } from './issue-log.js';
import { PlainLines } from './plain-lines.js';
import { PlainValues } from './plain-values.js';
import { RecordStore } from './records.js';
import { BitField } from './row-hashes.js';
import { fileColumns, RowChecks } from './rows.js';
import { StructureScan } from './scan.js';

let idle: readonly object[] = [];

/**
 * Keeps an object of each class that has work with every row, with nothing of a file in it. Where the last object of a
 * class is gone, the engine throws away what it compiled for the class, and the next file takes a quarter longer. For files
 * that are long enough for anything to be compiled.
 */
export function keepCompiled(definition: BatchDefinition): void {
  if (idle.length > 0) return;
  const log = new IssueLog();
  const records = new RecordStore();
  const positions = definition.columns.map((_, index) => index);
  idle = [
    log,
    records,
    new Content(records),
    new StructureScan(0),
    new RowChecks(fileColumns(definition, positions), definition.duplicates, positions.length, log),
    new SeenValues(),
    new BitField(1),
    new PlainValues([], 0),
    new PlainLines('', '\n'),
  ];
}
