import type { BatchDefinition } from '../definition.js';
import { repairNames, type IssueCode, type IssueParams } from '../issue.js';
import type { FileChange, ReportSource, ValidationReport } from '../report.js';
import type { AcrossRows } from './across-rows.js';
import { Content } from './content.js';
import { foundation, type Foundation } from './foundation.js';
import type { HeaderReading } from './header.js';
import { issueSequence } from './issue-entries.js';
import { IssueLog } from './issue-log.js';
import { RecordStore } from './records.js';
import { SplicedSequence } from './spliced.js';

/** What a report is about. */
export interface About {
  readonly fileName: string;
  readonly definition: BatchDefinition;
  readonly source: ReportSource;
  /** What was done to the file since it was read. */
  readonly changes?: readonly FileChange[];
}

/** What the stages found, before it is a report. */
export interface Findings extends About {
  readonly rowCount: number;
  readonly rowCountExact: boolean;
  /** As it was judged: divided by another delimiter, if need be. */
  readonly header: HeaderReading | null;
  /** As it stands in the file. */
  readonly headerCells: readonly string[] | null;
  readonly content: Content;
  /** The first row that may show a wrong encoding. */
  readonly garbledFrom: number;
  readonly across: AcrossRows | null;
  readonly log: IssueLog;
}

export function buildReport({ header, headerCells, content, garbledFrom, across, log, ...known }: Findings) {
  const { columns, limits } = known.definition;
  const counts = log.counts(columns.map(({ name }) => name));
  return sealReport(
    {
      changes: [],
      ...known,
      header: header && headerCells ? { line: header.line, cells: headerCells } : null,
      columnIndexes: header && header.names === headerCells ? header.positions : columns.map(() => -1),
    },
    {
      header,
      content,
      records: content.records(),
      garbledFrom,
      lastJudged: content.count > limits.maxRows ? content.rowAt(limits.maxRows - 1) : Infinity,
      across,
      judged: issueSequence(log, known.definition, header, content),
      patch: { splices: [], dirty: new Set(), zeros: across?.watched.map(({ zeros }) => zeros) ?? [] },
      counts,
      repairCounts: log.repairCounts(),
    },
  );
}

/** A report, with what it was made from. */
export function sealReport(
  known: Omit<ValidationReport, 'ok' | 'counts' | 'repairs' | 'records' | 'issues'>,
  made: Foundation,
): ValidationReport {
  const { counts, repairCounts, judged, patch, records } = made;
  return Object.freeze({
    ok: counts.every(({ severity }) => severity !== 'error'),
    ...known,
    counts,
    repairs: repairNames.filter(name => (repairCounts.get(name) ?? 0) > 0),
    records,
    issues: patch.splices.length === 0 ? judged : new SplicedSequence(judged, patch.splices),
    [foundation]: made,
  });
}

/** The report on a file that was not read, or not to its end, for one reason that is about the whole of it. */
export function refusal(code: IssueCode, params: IssueParams, about: About): ValidationReport {
  const log = new IssueLog();
  const isUtf16 = params['reason'] === 'utf16';
  log.addOfFile(code, 'error', 0, isUtf16 ? 1 : 0, isUtf16 && about.source.bytes ? 'reencode' : null, params);
  return buildReport({
    ...about,
    rowCount: 0,
    rowCountExact: false,
    header: null,
    headerCells: null,
    content: new Content(new RecordStore()),
    garbledFrom: Infinity,
    across: null,
    log,
  });
}
