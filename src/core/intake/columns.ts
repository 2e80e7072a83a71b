import type { BatchColumn, BatchDefinition } from '../definition.js';
import type { HeaderReading } from './header.js';

/** A column of the definition that the file has. */
export interface FileColumn {
  readonly column: BatchColumn;
  /** Position in the definition. */
  readonly index: number;
  /** Position in the file's records. */
  readonly position: number;
}

export function fileColumns({ columns }: BatchDefinition, { positions }: HeaderReading): readonly FileColumn[] {
  return columns
    .map((column, index) => ({ column, index, position: positions[index] }))
    .filter(({ position }) => position >= 0);
}
