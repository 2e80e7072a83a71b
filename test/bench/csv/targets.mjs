// What must be reached: medians of one run. The table's rows are measured against these and nothing else.

/** @typedef {{text: string, most: number, unit: '×' | 'KB' | 'MB' | 'ms' | 'count'}} Target */

const KB = 1024;
const MB = 1024 * KB;

/** @param {number} most @param {string} [of] @returns {Target} */
const ratio = (most, of) => ({ text: `≤ ${most} ×${of ? ` ${of}` : ''}`, most, unit: '×' });

export const targets = {
  cold: { 'papa + zod': ratio(0.8) },
  valid100k: { papa: ratio(1.3), 'papa + zod': ratio(0.8) },
  allBad100k: { 'papa + zod': ratio(0.15), valid: ratio(1.5, 'own valid rows') },
  rowLimit: { papa: ratio(0.06), read: { text: '≤ 256 KB read', most: 256 * KB, unit: 'KB' } },
  hostile: {
    read: { text: '≤ 1 MB read', most: MB, unit: 'MB' },
    memory: { text: '≤ 16 MB more memory', most: 16 * MB, unit: 'MB' },
  },
  onScreen: { 'react-spreadsheet-import': ratio(0.15) },
  longestTask: { text: '≤ 50 ms', most: 50, unit: 'ms' },
  doubling: ratio(2.5, 'for twice the input'),
};
