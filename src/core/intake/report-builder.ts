import type { BatchDefinition } from '../definition.js';
import type { IssueCode, IssueParams } from '../issue.js';
import type { ReportSource, ValidationReport } from '../report.js';
import type { HeaderReading } from './header.js';
import { issueSequence } from './issue-entries.js';
import { IssueLog } from './issue-log.js';
import { RecordStore } from './records.js';

/** What the stages found, before it is a report. */
export interface Findings {
  readonly fileName: string;
  readonly definition: BatchDefinition;
  readonly source: ReportSource;
  readonly rowCount: number;
  readonly rowCountExact: boolean;
  /** As it was judged: divided by another delimiter, if need be. */
  readonly header: HeaderReading | null;
  /** As it stands in the file. */
  readonly headerCells: readonly string[] | null;
  readonly records: RecordStore;
  readonly log: IssueLog;
}

export function buildReport({ header, headerCells, records, log, ...known }: Findings): ValidationReport {
  const { columns } = known.definition;
  const counts = log.counts(columns.map(({ name }) => name));
  return Object.freeze({
    ok: counts.every(({ severity }) => severity !== 'error'),
    ...known,
    header: header && headerCells ? { line: header.line, cells: headerCells } : null,
    columnIndexes: header && header.names === headerCells ? header.positions : columns.map(() => -1),
    counts,
    repairs: log.repairs(),
    records: records.rows(),
    issues: issueSequence(log, known.definition, header, records),
  });
}

/** The report on a file that was not read, or not to its end, for one reason that is about the whole of it. */
export function refusal(
  code: IssueCode,
  params: IssueParams,
  { fileName, definition, source }: Pick<Findings, 'fileName' | 'definition' | 'source'>,
): ValidationReport {
  const log = new IssueLog();
  const isReadable = params['reason'] === 'utf16';
  log.addOfFile(code, 'error', 0, isReadable ? 1 : 0, isReadable ? 'reencode' : null, params);
  const records = new RecordStore();
  return buildReport({
    fileName,
    definition,
    source,
    rowCount: 0,
    rowCountExact: false,
    header: null,
    headerCells: null,
    records,
    log,
  });
}
