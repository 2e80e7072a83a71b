import type { BatchDefinition } from './definition.js';
import type { Issue, RepairName } from './issue.js';

/** A read-only list whose entries may be made when they are read. */
export interface Sequence<Item> extends Iterable<Item> {
  readonly length: number;
  at(index: number): Item | undefined;
  slice(start?: number, end?: number): Item[];
  map<Result>(transform: (item: Item, index: number) => Result): Result[];
  filter(test: (item: Item, index: number) => boolean): Item[];
}

/** One data row of the file. */
export interface FileRecord {
  /** From 1, header excluded. */
  readonly row: number;
  /** The physical line on which it begins, from 1. */
  readonly line: number;
  /** As read: nothing trimmed, nothing converted. */
  readonly cells: readonly string[];
}

/** How many issues of one code there are, in one column or, where `column` is absent, in none. */
export interface IssueCount {
  readonly code: Issue['code'];
  readonly severity: Issue['severity'];
  readonly column?: string;
  readonly count: number;
}

/** What was read. Repairs of bytes start here; an unrepaired file is sent from here, byte for byte. */
export interface ReportSource {
  /** The bytes as they were chosen; `null` where the file was too large to keep or the input was text. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  /** Bytes of the file. */
  readonly size: number;
  /** The decoded text without its byte order mark; `null` where it was not decoded or not kept. */
  readonly text: string | null;
}

/** The verdict on a file. Immutable. */
export interface ValidationReport {
  /** No issue of severity `error`. */
  readonly ok: boolean;
  readonly fileName: string;
  readonly definition: BatchDefinition;
  readonly source: ReportSource;
  /** Data records; a lower bound where `rowCountExact` is false. */
  readonly rowCount: number;
  readonly rowCountExact: boolean;
  /** The header as it stands in the file; `null` where there is none, or it cannot be read. */
  readonly header: Omit<FileRecord, 'row'> | null;
  /** Where each of the definition's columns stands in the cells of a record, -1 where it does not. */
  readonly columnIndexes: readonly number[];
  readonly counts: readonly IssueCount[];
  /** The repairs that would help. */
  readonly repairs: readonly RepairName[];
  readonly records: Sequence<FileRecord>;
  /** Every issue, in file order. */
  readonly issues: Sequence<Issue>;
}
