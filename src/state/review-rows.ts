import type { Issue } from '../core/issue.js';
import { positionOf, recordOf } from '../core/record-of.js';
import type { FileRecord, Sequence, ValidationReport } from '../core/report.js';
import { whenIdle } from './idle-work.js';
import type { ControllerHost } from './loader.js';
import { firstAt, issuesFrom, placesOf } from './review-places.js';
import type { Listing, Place } from './review-places.js';

/** Rows of a page. */
const pageSize = 25;
/** How many of them come with the verdict, and at a time after it. */
const firstRows = 1;
const moreRows = 5;
/** Milliseconds that they wait for a page which never rests. */
const patience = 100;
const none: readonly number[] = [];

/** One row on screen; without a record it is about the file and not about a row. */
export interface ListedRow {
  readonly record: FileRecord | null;
  readonly line: number | null;
  readonly issues: readonly Issue[];
}

/** The rows on screen, and where they stand among those that could be. */
export interface ListedPage {
  /** At first not all of them. */
  readonly rows: readonly ListedRow[];
  /** Position of the first, from 0, and behind the last. */
  readonly start: number;
  readonly end: number;
  readonly total: number;
}

/** The places that were found last, and what they depend on. */
interface Known {
  readonly report: ValidationReport;
  readonly issues: Sequence<Issue>;
  readonly heading: string | null;
  readonly pinned: readonly number[];
  readonly places: readonly Place[];
}

/**
 * Which rows of a reviewed file are on screen: all or those with issues, of one heading or of any, a page of them. Rows
 * that were on screen while one was edited stay there, fixed or not, until something else is asked for: under the
 * person's hands nothing moves.
 */
export class ReviewRows {
  readonly #host: ControllerHost;
  #heading: string | null = null;
  #onlyIssues = true;
  #page = 0;
  /** Rows of the page that are on screen; others are on their way. */
  #ready = firstRows;
  #isAwaited = false;
  #pinned = none;
  #shown: readonly ListedRow[] = [];
  #places: Known | null = null;

  constructor(host: ControllerHost) {
    this.#host = host;
  }

  /** The heading whose rows are listed; `null` for all. */
  get heading(): string | null {
    return this.#heading;
  }

  get onlyIssues(): boolean {
    return this.#onlyIssues;
  }

  /** Begins anew, with another file or after much has changed. */
  reset(): void {
    this.#heading = null;
    this.#onlyIssues = true;
    this.turn(0);
  }

  filter(heading: string | null): void {
    this.#heading = heading;
    this.#onlyIssues = true;
    this.turn(0);
  }

  showAll(all: boolean): void {
    this.#onlyIssues = !all;
    this.#heading = null;
    this.turn(0);
  }

  /** Another page; from 0. */
  turn(page: number): void {
    this.#page = page;
    this.#pinned = none;
    this.#ready = firstRows;
    this.#host.requestUpdate();
  }

  step(by: 1 | -1): void {
    this.turn(Math.max(this.#page + by, 0));
  }

  /** Keeps the rows on screen where they are while their content changes. */
  pin(): void {
    const rows = this.#shown.flatMap(({ record }) => (record ? [record.row] : []));
    this.#pinned = [...new Set([...this.#pinned, ...rows])];
  }

  /** The page on which a row is, all headings included. */
  reveal(row: number, listing: Listing): void {
    if (this.#shown.some(({ record }) => record?.row === row)) return;
    this.#heading = null;
    this.#pinned = none;
    const position = this.#onlyIssues
      ? this.#placesOf({ ...listing, has: () => true }, null).findIndex(place => place.row === row)
      : positionOf(listing.report.records, row);
    this.turn(Math.floor(Math.max(position, 0) / pageSize));
    // It is looked for at once.
    this.#ready = pageSize;
  }

  page(listing: Listing): ListedPage {
    const { report, issues } = listing;
    const places = this.#onlyIssues ? this.#placesOf(listing, this.#heading) : null;
    const total = places ? places.length : report.records.length;
    this.#page = Math.max(Math.min(this.#page, Math.ceil(total / pageSize) - 1), 0);
    const start = this.#page * pageSize;
    const end = Math.min(start + pageSize, total);
    const ready = Math.min(start + this.#ready, end);
    if (ready < end) void this.#bringMore();
    const listed = places
      ? places.slice(start, ready).map(place => ({ ...place, record: recordAt(report, place.row) }))
      : report.records
          .slice(start, ready)
          .map(record => ({ record, row: record.row, line: record.line, start: firstAt(issues, record.line) }));
    const rows = listed.map(({ record, row, line, start: first }) => ({
      record,
      line: line || null,
      issues: issuesFrom(issues, first, row, line),
    }));
    this.#shown = rows;
    return { rows, start, end, total };
  }

  /** After the picture that shows what is there: a page of fields at once would be felt. */
  async #bringMore(): Promise<void> {
    if (this.#isAwaited) return;
    this.#isAwaited = true;
    await nextPicture();
    this.#isAwaited = false;
    this.#ready += moreRows;
    this.#host.requestUpdate();
  }

  #placesOf(listing: Listing, heading: string | null): readonly Place[] {
    const { report, issues } = listing;
    const known = this.#places;
    const isKnown =
      known?.heading === heading && known.report === report && known.issues === issues && known.pinned === this.#pinned;
    if (isKnown) return known.places;
    const places = placesOf(listing, this.#pinned);
    this.#places = { report, issues, heading, pinned: this.#pinned, places };
    return places;
  }
}

/** The picture that is due is on screen, and the page has had time for its person. */
async function nextPicture(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise<void>(done => void whenIdle(patience, done));
}

function recordAt(report: ValidationReport, row: number | null): FileRecord | null {
  return row === null ? null : (recordOf(report, row) ?? null);
}
