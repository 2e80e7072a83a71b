import type { CreateBatchInput } from '../adapter/adapter.js';
import { newIdempotencyKey } from '../adapter/idempotency.js';
import type { Batch } from '../core/batch.js';
import type { Findings } from '../core/findings.js';
import { rowsSha256, sentFile } from '../core/index.js';
import type { ValidationReport } from '../core/report.js';
import type { Offer } from './upload-offer.js';

/** What is sent beside the file. */
export interface UploadChoices {
  readonly description: string | null;
  readonly syncWithGateway: boolean;
  /** The person saw that the same rows were sent before, and agreed. */
  readonly acceptDuplicate: boolean;
}

/** One wish of a person to make one batch. A repeat is the same intention, and carries the same key. */
export interface Intention {
  readonly key: string;
  readonly report: ValidationReport;
  readonly choices: UploadChoices;
  /** Codes of the warnings that the person accepted for it. */
  readonly acceptedWarnings: readonly string[];
}

/** What was sent on its way by one press: a batch, or one for each part of a split file, one after the other. */
export interface Shipment {
  readonly intentions: readonly Intention[];
  /** Of the first intentions, in order. */
  readonly made: readonly Batch[];
}

export function shipmentOf({ parts, findings }: Offer, choices: UploadChoices): Shipment {
  const intentions = parts.map(report => ({
    key: newIdempotencyKey(),
    report,
    choices,
    acceptedWarnings: parts.length === 1 ? findings.warningCodes : warningsIn(report, findings),
  }));
  return { intentions, made: [] };
}

/** Codes of the warnings in the rows of one part, or in none. */
function warningsIn({ records }: ValidationReport, { issues }: Findings): readonly string[] {
  const first = records.at(0)?.row ?? 0;
  const last = records.at(-1)?.row ?? 0;
  const codes = new Set<string>();
  for (const { severity, code, row = first } of issues) {
    if (severity === 'warning' && row >= first && row <= last) codes.add(code);
  }
  return [...codes];
}

/** The one whose turn it is; the last one when all are made. */
export function currentOf({ intentions, made }: Shipment): Intention {
  return intentions[Math.min(made.length, intentions.length - 1)];
}

/** The shipment with the next batch made. */
export function withMade(shipment: Shipment, batch: Batch): Shipment {
  return { ...shipment, made: [...shipment.made, batch] };
}

/** The same wish where the server refused the first for good: another key, and what else was agreed to. */
export function renewed(shipment: Shipment, acceptDuplicate: boolean): Shipment {
  const { intentions, made } = shipment;
  const refused = currentOf(shipment);
  const choices = { ...refused.choices, acceptDuplicate };
  const intention = { ...refused, key: newIdempotencyKey(), choices };
  return { ...shipment, intentions: intentions.with(made.length, intention) };
}

/** Reports of which batches were made. */
export function sentReports({ intentions, made }: Shipment): readonly ValidationReport[] {
  return intentions.slice(0, made.length).map(({ report }) => report);
}

/** Bytes of what goes to the server. What was changed is written anew, and may be larger than the file was. */
export function sentSize(report: ValidationReport): number {
  return report.changes.length === 0 ? report.source.size : (sentFile(report)?.size ?? report.source.size);
}

/** What goes to the server. The same for each repeat: a report never changes. `file`: what was too large to keep. */
export async function inputOf({ report, choices, acceptedWarnings }: Intention, file: File): Promise<CreateBatchInput> {
  const { description, syncWithGateway, acceptDuplicate } = choices;
  return {
    file: sentFile(report) ?? file,
    fileName: report.fileName,
    description,
    syncWithGateway,
    client: {
      rows: report.rowCount,
      rowsSha256: await rowsSha256(report),
      acceptedWarnings,
      acceptDuplicate,
    },
  };
}
