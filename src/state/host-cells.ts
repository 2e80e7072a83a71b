import type { Batch } from '../core/batch.js';
import { cellIcons, cellTones, type BatchTableColumn, type CellIcon, type CellTone } from '../core/table-columns.js';
import { safeHref } from './resolve.js';

/** What a cell of a host's column says, with nothing in it that could not be drawn. */
export interface CellContent {
  readonly text: string;
  readonly href: string | null;
  readonly icon: CellIcon | null;
  readonly tone: CellTone | null;
  readonly title: string;
}

/** What the host's columns say of batches. What its functions throw stays here. */
export class HostCells {
  readonly #failed: (column: string) => void;
  /** Told once each: a table of a hundred rows fails a hundred times. */
  readonly #told = new WeakSet<BatchTableColumn>();

  /** `failed`: the function of a column threw. */
  constructor(failed: (column: string) => void) {
    this.#failed = failed;
  }

  /** `null`: the column says nothing of this batch. */
  of(column: BatchTableColumn, batch: Batch): CellContent | null {
    try {
      return typeof column.cell === 'function' ? contentOf(column.cell(batch)) : null;
    } catch {
      if (!this.#told.has(column)) this.#failed(column.name);
      this.#told.add(column);
      return null;
    }
  }
}

/** From whatever a host's function answered. */
function contentOf(given: unknown): CellContent | null {
  const cell = typeof given === 'object' && given !== null ? (given as Readonly<Record<string, unknown>>) : null;
  const text = textOf(cell === null ? given : cell['text']);
  if (text === '') return null;
  return {
    text,
    href: typeof cell?.['href'] === 'string' ? safeHref(cell['href']) : null,
    icon: cellIcons.find(icon => icon === cell?.['icon']) ?? null,
    tone: cellTones.find(tone => tone === cell?.['tone']) ?? null,
    title: textOf(cell?.['title']) || text,
  };
}

/** A host in plain JavaScript may well answer with a number. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : '';
}
