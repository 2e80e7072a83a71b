const needsQuotes = /[",\r\n]/;

/** A cell as RFC 4180 writes it: in quotes only where it must be. */
export function quoteCell(value: string): string {
  return needsQuotes.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** A record as RFC 4180 writes it, without its line end. A lone empty cell is quoted: bare, it would be a blank line. */
export function csvRecord(cells: readonly string[]): string {
  return cells.length === 1 && cells[0] === '' ? '""' : cells.map(quoteCell).join(',');
}
