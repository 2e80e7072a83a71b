import type { CreateBatchInput } from '../adapter/adapter.js';
import { newIdempotencyKey } from '../adapter/idempotency.js';
import type { Batch } from '../core/batch.js';
import { warningCodes } from '../core/findings.js';
import { rowsSha256, sentFile } from '../core/index.js';
import type { ValidationReport } from '../core/report.js';

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
}

/** What was sent on its way by one press: a batch, or one for each part of a split file, one after the other. */
export interface Shipment {
  readonly intentions: readonly Intention[];
  /** Of the first intentions, in order. */
  readonly made: readonly Batch[];
}

export function shipmentOf(parts: readonly ValidationReport[], choices: UploadChoices): Shipment {
  return { intentions: parts.map(report => ({ key: newIdempotencyKey(), report, choices })), made: [] };
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
  const { report, choices } = currentOf(shipment);
  const intention = { key: newIdempotencyKey(), report, choices: { ...choices, acceptDuplicate } };
  return { ...shipment, intentions: intentions.with(made.length, intention) };
}

/** Reports of which batches were made. */
export function sentReports({ intentions, made }: Shipment): readonly ValidationReport[] {
  return intentions.slice(0, made.length).map(({ report }) => report);
}

/** What goes to the server. The same for each repeat: a report never changes. `file`: what was too large to keep. */
export async function inputOf({ report, choices }: Intention, file: File): Promise<CreateBatchInput> {
  const { description, syncWithGateway, acceptDuplicate } = choices;
  return {
    file: sentFile(report) ?? file,
    fileName: report.fileName,
    description,
    syncWithGateway,
    client: {
      rows: report.rowCount,
      rowsSha256: await rowsSha256(report),
      acceptedWarnings: warningCodes(report.counts),
      acceptDuplicate,
    },
  };
}
