import type { Batch } from './batch.js';
import type { DefinitionText } from './definition.js';
import type { CellIcon } from './table-columns.js';

/** An entry of the menu that a host adds to a row. */
export interface BatchRowAction {
  /** Unique in its menu; names it in `batch-sync-row-action`. */
  readonly name: string;
  /** As it is, by locale, or from the catalogue. */
  readonly label: DefinitionText;
  readonly icon?: CellIcon | null;
  /** Leads somewhere: `https:`, or the page's own origin; with anything else the entry is left out. */
  readonly href?: string | null;
  /** Cannot be undone: drawn in red. */
  readonly destructive?: boolean;
  /** Why it cannot be done now: the entry is there, says so, and does nothing. */
  readonly disabled?: string | boolean | null;
  /**
   * What it does. Called with the newest snapshot, unless a listener of `batch-sync-row-action` prevented it; the same
   * entry of the same batch is not called again before its promise settles. Where it throws or rejects, the person is
   * told that it failed, in `batch-sync-error` with the action `row-action` the host.
   */
  readonly run?: (batch: Batch) => unknown;
}
