import type { BatchColumn, BatchDefinition } from '../core/definition.js';
import type { Issue } from '../core/issue.js';
import type { ValidationReport } from '../core/report.js';

/** Where a value stands first. */
interface Place {
  readonly part: ValidationReport;
  readonly row: number;
  readonly line: number;
}

/**
 * Values that come back in another part of a split file. Each part is a batch, and judged as one: there they are in
 * order, but whoever splits a file may not have meant to send an order twice. Warnings, in no order.
 */
export function repeatsAcrossParts(parts: readonly ValidationReport[]): readonly Issue[] {
  if (parts.length < 2) return [];
  const { definition } = parts[0];
  return definition.columns.flatMap((column, index) => {
    if (!column.unique && column.role !== 'request') return [];
    return repeatsOf(parts, index, column, scopeIndex(column, definition));
  });
}

function repeatsOf(
  parts: readonly ValidationReport[],
  index: number,
  { name, unique }: BatchColumn,
  scope: number,
): readonly Issue[] {
  const first = new Map<string, Place>();
  const issues: Issue[] = [];
  for (const part of parts) {
    const { columnIndexes, records } = part;
    for (const { row, line, cells } of records) {
      const value = cells[columnIndexes[index]] ?? '';
      if (value === '') continue;
      const key = scope < 0 ? value : JSON.stringify([value, cells[columnIndexes[scope]] ?? '']);
      const place = first.get(key);
      if (!place) {
        first.set(key, { part, row, line });
      } else if (place.part !== part) {
        const code = unique ? 'duplicate_value' : 'repeated_request_id';
        const params = { first: place.row, firstLine: place.line };
        issues.push({ code, severity: 'warning', row, line, column: name, params });
      }
    }
  }
  return issues;
}

/** The transaction's column where a value is unique only together with it, -1 otherwise. */
function scopeIndex({ unique }: BatchColumn, { duplicates, columns }: BatchDefinition): number {
  return unique && duplicates === 'by-transaction' ? columns.findIndex(({ role }) => role === 'transaction') : -1;
}
