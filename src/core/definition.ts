import type { Task } from './batch.js';

/** A key of the catalogue: what the presets use, so that their words are translated with the rest. */
export interface CatalogueKey {
  readonly key: string;
}

/** Words of a definition: as they are, by locale (BCP 47 tag), or from the catalogue. */
export type DefinitionText = string | ((locale: string) => string) | CatalogueKey;

/**
 * The part of Standard Schema (version 1) that a cell's check needs; any library that implements it fits.
 * It answers synchronously (a Promise is a definition error), and its output value is ignored.
 */
export interface CellSchema {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => CellVerdict | Promise<CellVerdict>;
  };
}

export interface CellVerdict {
  readonly issues?: readonly { readonly message: string }[] | undefined;
}

/** One column of the file. */
export interface BatchColumn {
  /** The header's exact word. */
  readonly name: string;
  /** What the column is called on screen. */
  readonly label: DefinitionText;
  readonly required: boolean;
  /** Checked for each cell that is not empty. Its first message is shown as untrusted text. */
  readonly schema?: CellSchema;
  /** Whether each value may stand in the file once; the definition's `duplicates` says how strict. */
  readonly unique?: boolean;
  /**
   * `transaction`: under `duplicates: 'by-transaction'`, part of what must be unique.
   * `request`: traces one request, so a value that comes back is worth a warning.
   */
  readonly role?: 'transaction' | 'request';
  /** UTF-16 code units; no limit where absent. */
  readonly maxLength?: number;
  /** Whether values are identifiers, in which spreadsheet damage is looked for. */
  readonly identifier?: boolean;
  readonly type: DefinitionText;
  readonly description: DefinitionText;
  /** The sample file's cell, and the field table's *Sample Value*. */
  readonly example: string;
  readonly rules: DefinitionText;
  /** Other spellings that are recognised, beside case, blanks, underscores and hyphens. */
  readonly aliases?: readonly string[];
}

/** One column of the results file. Its header is the same in every language. */
export interface ExportColumn {
  readonly header: string;
  /** `serial` counts from 1 in file order. An empty string for nothing. */
  readonly value: (task: Task, serial: number) => string;
}

/** Everything that makes a kind of batch that kind, and not another. */
export interface BatchDefinition {
  /** Names the kind in events and telemetry. */
  readonly kind: string;
  readonly columns: readonly BatchColumn[];
  readonly limits: { readonly maxRows: number; /** Bytes. */ readonly maxBytes: number };
  /** `strict`: exactly the columns, in order. `flexible`: order free, optional ones may be missing, others are ignored. */
  readonly headerPolicy: 'strict' | 'flexible';
  /** What a value that comes back in a `unique` column is. `by-transaction`: an error, but only together with the same transaction. */
  readonly duplicates: 'error' | 'warning' | 'by-transaction';
  readonly sampleFileName: string;
  readonly exportFileName: string;
  readonly exportColumns: readonly ExportColumn[];
  readonly texts: DefinitionTexts;
}

export interface DefinitionTexts {
  /** The module's heading. */
  readonly title: DefinitionText;
  readonly introduction: DefinitionText;
  /** The button that begins a batch, and the dialog's heading. */
  readonly create: DefinitionText;
}
