// Pieces of Markdown.

/** @param {string} text */
export const code = text => (text === '' ? '' : `\`${text}\``);

/** What stands in a cell: one line, without what would end it. @param {string} text */
const cell = text => text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');

/** Columns in which nothing stands are left out. @param {readonly string[]} heads @param {readonly (readonly string[])[]} rows */
export function table(heads, rows) {
  const used = heads.map((_, column) => rows.some(row => row[column] !== ''));
  const line = cells => `| ${cells.filter((_, column) => used[column]).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(row => line(row.map(cell)))].join('\n');
}

/** @param {readonly (string | false)[]} blocks */
export const joined = blocks => `${blocks.filter(block => block !== false && block !== '').join('\n\n')}\n`;
