const cell = /"((?:[^"]|"")*)"|[^",\r\n]*/y;
const lineEnd = /\r\n|\r|\n/y;

/**
 * Text as RFC 4180 has it, by nothing but that: records of cells, or `null` where a quote stands where none may stand.
 * CR, LF and CRLF end a record; blank lines are none. Shares no code with what it is there to check.
 */
export function readStrictly(text: string): string[][] | null {
  const records: string[][] = [];
  let index = text.startsWith('\uFEFF') ? 1 : 0;
  while (index < text.length) {
    const first = index;
    const record: string[] = [];
    for (;;) {
      cell.lastIndex = index;
      const [whole, quoted] = cell.exec(text) ?? [''];
      record.push(quoted === undefined ? whole : quoted.replaceAll('""', '"'));
      index += whole.length;
      if (text[index] !== ',') break;
      index++;
    }
    const isBlank = index === first;
    lineEnd.lastIndex = index;
    const end = lineEnd.exec(text);
    if (!end && index < text.length) return null;
    index += end?.[0].length ?? 0;
    if (!isBlank) records.push(record);
  }
  return records;
}
