import { toText } from '../canonical.js';
import type { ValidationReport } from '../report.js';

/**
 * What is sent of a valid report: the bytes as they were given, or, once a repair or an edit was accepted, the canonical
 * text. `null` where nothing was changed and the file was too large to be kept: then the file itself is sent.
 *
 * @throws {RangeError} for a report with an error: nothing that is invalid is sent
 */
export function sentFile(report: ValidationReport): Blob | null {
  if (!report.ok) throw new RangeError('A file with an error is never sent');
  const { bytes, text } = report.source;
  const content = report.changes.length > 0 ? toText(report) : (bytes ?? text);
  return content === null ? null : new Blob([content], { type: 'text/csv' });
}
