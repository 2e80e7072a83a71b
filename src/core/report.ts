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
  /** As read, or as repairs and edits left them: nothing trimmed, nothing converted unasked. */
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
  /**
   * The bytes as they were chosen, made of the text when they are asked for if it holds them all; `null` where the file was
   * too large to keep, or was given up before its end, or the input was text.
   */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  /** Bytes of the file. */
  readonly size: number;
  /** The decoded text without its byte order mark; `null` where it was not decoded or not kept. */
  readonly text: string | null;
}

/** What was done to a file after it was read. */
export type FileChange =
  | { readonly kind: 'repair'; readonly repair: RepairName }
  | { readonly kind: 'edit'; readonly row: number; readonly column: string; readonly value: string }
  | { readonly kind: 'remove'; readonly rows: readonly number[] }
  /** Only these rows were kept: part `part`, from 1, of `parts`. */
  | {
      readonly kind: 'split';
      readonly part: number;
      readonly parts: number;
      readonly firstRow: number;
      readonly lastRow: number;
    };

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
  /** The header as it stands in the file, or as repairs left it; `null` where there is none, or it cannot be read. */
  readonly header: Omit<FileRecord, 'row'> | null;
  /** Where each of the definition's columns stands in the cells of a record, -1 where it does not. */
  readonly columnIndexes: readonly number[];
  /** What was done to the file since it was read, in order. Empty: it is sent as it was given. */
  readonly changes: readonly FileChange[];
  readonly counts: readonly IssueCount[];
  /** The repairs that would help. */
  readonly repairs: readonly RepairName[];
  readonly records: Sequence<FileRecord>;
  /** Every issue, in file order. */
  readonly issues: Sequence<Issue>;
}
