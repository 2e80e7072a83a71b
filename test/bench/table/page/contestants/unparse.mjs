// `Papa.unparse`, the cells of each row in an array, safe from formulas, then a Blob: what one writes by hand.
import Papa from 'papaparse';
import { batchSync } from '../../../../../src/core/index.ts';
import { tasks } from '../tasks.mjs';

/** @param {number} count @returns {Promise<Blob>} */
export async function run(count) {
  const { exportColumns } = batchSync;
  const data = [];
  for (const task of tasks(count)) data.push(exportColumns.map(({ value }) => value(task, data.length + 1)));
  const text = Papa.unparse({ fields: exportColumns.map(({ header }) => header), data }, { escapeFormulae: true });
  return new Blob([text], { type: 'text/csv;charset=utf-8' });
}
