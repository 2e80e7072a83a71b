// What the cells of the other contestants say: the words of our columns, as plain text. Their documentation advises to
// do without cell renderers. Ours draws links, badges, bars and buttons.

const numbers = new Intl.NumberFormat('en');
const times = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** @typedef {import('../../../../src/core/batch.ts').Batch} Batch */

/** @type {{name: string, header: string, width: number, text: (batch: Batch) => string}[]} */
export const columns = [
  { name: 'fileName', header: 'File Name', width: 300, text: ({ fileName }) => fileName },
  { name: 'id', header: 'Batch ID', width: 170, text: ({ id }) => id },
  { name: 'status', header: 'File Upload Status', width: 160, text: ({ status }) => status },
  { name: 'totalRecords', header: 'Total Records', width: 110, text: batch => numbers.format(batch.totalRecords) },
  { name: 'createdAt', header: 'Date Created', width: 160, text: batch => times.format(Date.parse(batch.createdAt)) },
  { name: 'updatedAt', header: 'Last Modified', width: 160, text: batch => times.format(Date.parse(batch.updatedAt)) },
  { name: 'totalTasks', header: 'Total Tasks', width: 100, text: batch => numbers.format(batch.totalTasks) },
  { name: 'progress', header: 'Tasks Progress', width: 120, text: progressOf },
];

/** @param {Batch} batch */
function progressOf({ tasks, totalTasks }) {
  return `${numbers.format(tasks.accepted + tasks.failed)} of ${numbers.format(totalTasks)}`;
}
