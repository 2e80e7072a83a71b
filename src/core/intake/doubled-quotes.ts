/** What stands for a doubled quote in a cell. No text holds a NUL, for a file with one is refused. */
const STAND_IN = 0;
const QUOTE = 34;

/**
 * A text of records with one unit in place of each doubled quote: papaparse takes long over a cell with millions of them,
 * and nobody else gets a turn meanwhile. `null` for a text with half a surrogate pair, which cannot be made so quickly.
 */
export function withStandIns(text: string): string | null {
  const units = new Uint16Array(text.length);
  let length = 0;
  let isQuoted = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    units[length++] = unit;
    if (unit !== QUOTE) continue;
    if (isQuoted && text.charCodeAt(index + 1) === QUOTE) {
      units[length - 1] = STAND_IN;
      index++;
    } else isQuoted = !isQuoted;
  }
  return stringOf(units.subarray(0, length));
}

/** A cell of such a text as it is. */
export function withQuotes(cell: string): string {
  if (!cell.includes('\0')) return cell;
  const units = new Uint16Array(cell.length);
  for (let index = 0; index < cell.length; index++) units[index] = cell.charCodeAt(index) || QUOTE;
  return stringOf(units) ?? cell.replaceAll('\0', '"');
}

/** `null` where a decoder sees no text in it. */
function stringOf(units: Uint16Array<ArrayBuffer>): string | null {
  try {
    return new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true }).decode(units);
  } catch {
    return null;
  }
}
