import {
  arrangedColumns,
  arrangementFrom,
  arrangementOf,
  withColumn,
  withMoved,
  type ArrangedColumn,
  type Arrangement,
  type Density,
} from '../core/arrangement.js';
import { offeredColumns, type TableColumn } from '../core/table-columns.js';
import type { ControllerHost } from './loader.js';
import { readPreference, writePreference, type Keeping } from './preferences.js';

export interface TableLayoutOptions {
  /** What the host gave. */
  readonly columns: () => unknown;
  readonly keeping: () => Keeping;
  /** The definition's kind: each has an arrangement of its own. */
  readonly kind: () => string;
  /** Whether the person has a say; else nothing that was kept counts, since they could not take it back. */
  readonly choosable: () => boolean;
}

interface Laid {
  readonly given: unknown;
  readonly arrangement: Arrangement | null;
  readonly columns: readonly ArrangedColumn[];
  readonly shown: readonly TableColumn[];
}

/** Which columns the table shows, in which order and how dense: the host's word, then the person's. */
export class TableLayout {
  readonly #host: ControllerHost;
  readonly #options: TableLayoutOptions;
  #chosen: Arrangement | null = null;
  /** Where it was looked up. */
  #read: { readonly keeping: Keeping; readonly kind: string } | null = null;
  #laid: Laid | null = null;

  constructor(host: ControllerHost, options: TableLayoutOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** All on offer, in the person's order. */
  get columns(): readonly ArrangedColumn[] {
    return this.#lay().columns;
  }

  /** Those on screen. The same list as long as nothing in it changes. */
  get shown(): readonly TableColumn[] {
    return this.#lay().shown;
  }

  /** `null`: as the host has it. */
  get density(): Density | null {
    return this.#arrangement?.density ?? null;
  }

  /** Whether the person changed anything. */
  get isChanged(): boolean {
    return this.#arrangement !== null;
  }

  show(name: string, shown: boolean): void {
    this.#choose(arrangementOf(withColumn(this.columns, name, shown), this.density));
  }

  /** Moves a column so many places towards the end, or the start where negative. */
  move(name: string, places: number): void {
    this.#choose(arrangementOf(withMoved(this.columns, name, places), this.density));
  }

  setDensity(density: Density): void {
    this.#choose(arrangementOf(this.columns, density));
  }

  /** As the host has it. */
  reset(): void {
    this.#choose(null);
  }

  get #arrangement(): Arrangement | null {
    if (!this.#options.choosable()) return null;
    const keeping = this.#options.keeping();
    const kind = this.#options.kind();
    if (this.#read?.keeping !== keeping || this.#read.kind !== kind) {
      const other = this.#read !== null && this.#read.kind !== kind;
      this.#read = { keeping, kind };
      this.#chosen = arrangementFrom(readPreference(keeping, keyOf(kind))) ?? (other ? null : this.#chosen);
    }
    return this.#chosen;
  }

  #choose(arrangement: Arrangement | null): void {
    const keeping = this.#options.keeping();
    const kind = this.#options.kind();
    this.#read = { keeping, kind };
    this.#chosen = arrangement;
    writePreference(keeping, keyOf(kind), arrangement === null ? null : JSON.stringify(arrangement));
    this.#host.requestUpdate();
  }

  #lay(): Laid {
    const given = this.#options.columns();
    const arrangement = this.#arrangement;
    const last = this.#laid;
    if (last !== null && last.given === given && last.arrangement === arrangement) return last;
    const columns = arrangedColumns(offeredColumns(given), arrangement);
    const shown = columns.flatMap(each => (each.shown ? [each.column] : []));
    const laid = { given, arrangement, columns, shown };
    this.#laid = laid;
    return laid;
  }
}

function keyOf(kind: string): string {
  return `${kind}/table`;
}
