import { issuesCsv, toText } from '../core/index.js';
import type { Issue } from '../core/issue.js';
import type { Sequence, ValidationReport } from '../core/report.js';
import type { Announcer } from '../state/announcer.js';
import { previewOf } from '../state/change-preview.js';
import type { ChangePreview } from '../state/change-preview.js';
import type { Fix } from '../state/fixes.js';
import { FocusNext } from '../state/focus-next.js';
import type { ControllerHost } from '../state/loader.js';
import { ReviewRows } from '../state/review-rows.js';
import type { SavedFiles } from '../state/saved-file.js';
import type { UploadDesk } from '../state/upload-desk.js';
import type { Change, Review } from '../state/upload-review.js';
import { changeText } from '../ui/change-text.js';
import { describe } from '../words/describe.js';
import { verdictText } from '../words/verdict.js';
import type { Words } from '../words/words.js';
import { tell } from './ask.js';

interface ReviewActsOptions {
  readonly upload: UploadDesk;
  readonly announcer: Announcer;
  readonly files: SavedFiles;
  readonly words: () => Words;
}

/** A fix whose preview is on screen. */
export interface Proposal {
  readonly fix: Fix;
  readonly preview: ChangePreview;
}

/** What a person does to a reviewed file: which rows they look at, what they change, what they take away with them. */
export class ReviewActs {
  readonly rows: ReviewRows;
  readonly #host: ControllerHost;
  readonly #options: ReviewActsOptions;
  readonly #focus: FocusNext;
  #proposal: Proposal | null = null;

  constructor(host: ControllerHost, options: ReviewActsOptions) {
    this.#host = host;
    this.#options = options;
    this.rows = new ReviewRows(host);
    this.#focus = new FocusNext(host);
  }

  get proposal(): Proposal | null {
    return this.#proposal;
  }

  /** Another verdict is there. */
  reset(): void {
    this.#proposal = null;
    this.rows.reset();
  }

  readonly edit = (row: number, column: string, value: string): void => {
    this.rows.pin();
    const review = this.#amend({ kind: 'edit', row, column, value });
    if (review) this.#say(rowText(row, review, this.#words));
  };

  readonly remove = (row: number): void => {
    const buttons = [...(this.#host.shadowRoot?.querySelectorAll<HTMLElement>('[data-remove]') ?? [])];
    const position = buttons.findIndex(button => button.dataset['remove'] === String(row));
    this.rows.pin();
    if (!this.#amend({ kind: 'remove', rows: [row] })) return;
    this.#say(this.#words.t('review.said.removed', { row }));
    this.#focus.toElement(root => {
      const left = [...root.querySelectorAll<HTMLElement>('[data-remove]')];
      return left[position] ?? left.at(-1) ?? root.querySelector('[data-focus]');
    });
  };

  /** Shows what a fix would do; once more puts it away. */
  readonly propose = (fix: Fix): void => {
    const { review } = this.#options.upload;
    if (this.#proposal?.fix.name === fix.name) return this.dismiss();
    if (review === null) return;
    this.#proposal = { fix, preview: previewOf(review, fix.change) };
    this.#focus.to('#fix-title');
  };

  readonly dismiss = (): void => {
    const name = this.#proposal?.fix.name ?? '';
    this.#proposal = null;
    this.#focus.to(`[data-fix="${name}"]`, '[data-focus]');
  };

  readonly apply = (): void => {
    const change = this.#proposal?.fix.change;
    if (!change) return;
    if (!this.#amend(change)) return;
    this.rows.turn(0);
    this.#focus.to('[data-focus]');
    this.#sayOf('review.said.done', change, null);
  };

  /** What the person says of rows that were pasted without it; to be taken back like any change. */
  readonly addHeader = (): void => {
    const change = { kind: 'header' } as const;
    if (!this.#amend(change)) return;
    this.rows.reset();
    this.#focus.to('[data-focus]');
    this.#sayOf('review.said.done', change, null);
  };

  readonly undo = (): void => {
    const change = this.#options.upload.review?.history.at(-1)?.change;
    if (!change) return;
    this.#options.upload.undo();
    this.#proposal = null;
    this.#tell();
    this.#focus.to('[data-undo]', '[data-focus]');
    const { review } = this.#options.upload;
    const staysHere = review !== null && review.history.length > 0;
    this.#sayOf('review.said.undone', change, staysHere ? review : null);
  };

  /** Leads to the cell of an issue, on whichever page it is. */
  readonly goTo = (issue: Issue): void => {
    const { listed } = this;
    const { row } = issue;
    if (row === undefined || listed === null) return;
    this.rows.reveal(row, { ...listed, has: () => true });
    const index = listed.report.definition.columns.findIndex(({ name }) => name === issue.column);
    this.#focus.to(`#cell-${row}-${index}`, `[data-row="${row}"]`);
  };

  readonly downloadIssues = (): void => {
    const { listed } = this;
    if (listed === null) return;
    const { report, issues } = listed;
    const text = issuesCsv({ ...report, issues }, issue => described(issue, report, this.#words));
    this.#save(text, report.fileName, 'issues');
  };

  /** The rows that are not sent, with what is wrong with them. */
  readonly downloadRest = (rest: Review): void => {
    const { report, findings } = rest;
    const text = issuesCsv({ ...report, issues: findings.issues }, issue => described(issue, report, this.#words), {
      errorRowsOnly: true,
    });
    this.#save(text, report.fileName, 'issues');
  };

  readonly downloadFile = (): void => {
    const report = this.#options.upload.review?.report;
    if (report) this.#save(toText(report), report.fileName, 'fixed');
  };

  /** What is on screen: the server's findings while it has just refused the file, else all there are. */
  get listed(): { readonly report: ValidationReport; readonly issues: Sequence<Issue> } | null {
    const { flow, review } = this.#options.upload;
    if (review === null) return null;
    const findings = flow.phase === 'failed' && flow.findings.issues.length > 0 ? flow.findings : review.findings;
    return { report: review.report, issues: findings.issues };
  }

  get #words(): Words {
    return this.#options.words();
  }

  #amend(change: Change): Review | null {
    this.#proposal = null;
    this.#options.upload.amend(change);
    this.#tell();
    return this.#options.upload.review;
  }

  /** Every change brings another verdict. */
  #tell(): void {
    const report = this.#options.upload.review?.report;
    if (!report) return;
    const { ok, rowCount, counts } = report;
    tell(this.#host, 'batch-sync-validated', { ok, rowCount, counts });
  }

  /** What was done, and the verdict on it: `null` where that takes the focus, and is heard with it. */
  #sayOf(key: 'review.said.done' | 'review.said.undone', change: Change, judged: Review | null): void {
    const done = this.#words.t(key, { change: changeText(change, this.#words) });
    this.#say(judged === null ? done : `${done} ${verdictText(judged.report, judged.findings, this.#words)}`);
  }

  #say(text: string): void {
    this.#options.announcer.say(text);
  }

  #save(text: string, fileName: string, suffix: string): void {
    const name = `${fileName.replace(/\.csv$/i, '')}_${suffix}.csv`;
    this.#options.files.save(new Blob([text], { type: 'text/csv' }), name);
  }
}

/** What is left in a row after an edit, and in the file. */
function rowText(row: number, { report, findings }: Review, words: Words): string {
  const issue = firstOf(findings.issues, row);
  const own =
    issue === null
      ? words.t('review.said.fixed', { row })
      : words.t('review.said.issue', { row, message: describe(issue, report.definition, words).message });
  return `${own} ${verdictText(report, findings, words)}`;
}

function firstOf(issues: Sequence<Issue>, row: number): Issue | null {
  for (const issue of issues) if (issue.row === row && issue.severity !== 'info') return issue;
  return null;
}

function described(issue: Issue, { definition }: ValidationReport, words: Words): string {
  const { message, detail } = describe(issue, definition, words);
  return detail === '' ? message : `${message}: ${detail}`;
}
