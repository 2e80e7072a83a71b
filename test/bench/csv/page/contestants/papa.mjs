// papaparse alone, rows as objects. `chunk` instead of `complete`: the documentation's advice for large files, because
// rows that are done with need not be kept.
import Papa from 'papaparse';

/** @param {File} file @param {{rowLimit: boolean}} options @returns {Promise<{rows: number}>} */
export function run(file, options) {
  return new Promise((resolve, reject) => {
    let rows = 0;
    const common = { header: true, skipEmptyLines: true, error: reject, complete: () => resolve({ rows }) };
    if (options.rowLimit) {
      const step = (/** @type {unknown} */ _, /** @type {Papa.Parser} */ parser) => {
        rows++;
        if (rows > 1000) parser.abort();
      };
      Papa.parse(file, { ...common, step });
    } else {
      Papa.parse(file, { ...common, chunk: ({ data }) => void (rows += data.length) });
    }
  });
}

/** @param {{rows: number}} result */
export function answerOf({ rows }) {
  return { rows };
}
