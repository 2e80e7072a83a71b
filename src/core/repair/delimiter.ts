const QUOTE = 34;
const LF = 10;
const CR = 13;
const COMMA = 44;

/**
 * The text with commas for another delimiter. Cells keep their own commas by quotes; line ends stay as they are, so that
 * every record stays on its line. Quotes that are wrong stay wrong, for the structure scan to name.
 */
export function withCommas(text: string, delimiter: string): string {
  if (!text.includes('"') && !text.includes(',')) return text.replaceAll(delimiter, ',');
  const separator = delimiter.charCodeAt(0);
  const parts: string[] = [];
  let start = 0;
  let isQuoted = false;
  let hasComma = false;
  let hasQuote = false;
  const endCell = (end: number) => {
    const cell = text.slice(start, end);
    parts.push(hasComma && !hasQuote ? `"${cell}"` : cell);
    start = end + 1;
    isQuoted = hasComma = hasQuote = false;
  };
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === QUOTE) {
      // Only a cell that begins with a quote is a quoted one.
      isQuoted = text.charCodeAt(start) === QUOTE && !isQuoted;
      hasQuote = true;
    } else if (unit === COMMA) {
      hasComma = true;
    } else if (!isQuoted && (unit === separator || unit === LF || unit === CR)) {
      endCell(index);
      parts.push(unit === separator ? ',' : text[index]);
    }
  }
  endCell(text.length);
  return parts.join('');
}
