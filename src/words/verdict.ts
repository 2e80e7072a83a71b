import type { Findings } from '../core/findings.js';
import type { ValidationReport } from '../core/report.js';
import type { Words } from './words.js';

/** "38 errors in 37 rows." */
function errorsText({ errors, errorRows }: Pick<Findings, 'errors' | 'errorRows'>, words: Words): string {
  const count = words.t('upload.errors', { count: errors });
  return errorRows === 0
    ? words.t('upload.errors.inFile', { errors: count })
    : words.t('upload.errors.inRows', { errors: count, count: errorRows });
}

/** The verdict in one sentence, as it is spoken and as it stands first. */
export function verdictText(
  report: Pick<ValidationReport, 'rowCount'>,
  findings: Pick<Findings, 'errors' | 'errorRows' | 'warnings'>,
  words: Words,
): string {
  if (findings.errors > 0) return errorsText(findings, words);
  const ready = words.t('upload.ready', { count: report.rowCount });
  return findings.warnings === 0 ? ready : `${ready} ${words.t('upload.ready.warnings', { count: findings.warnings })}`;
}
