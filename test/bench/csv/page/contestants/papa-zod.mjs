// What a good developer writes by hand: papaparse reads the file chunk by chunk, zod checks each row, a Map finds ids
// that come back, and every error is collected with its line.
import Papa from 'papaparse';
import { z } from 'zod';

const Row = z.object({
  order_id: z
    .string()
    .min(1, 'Order ID is empty')
    .regex(/^[A-Za-z0-9_-]+$/, 'Order ID may contain letters, digits, hyphens and underscores only'),
  txn_id: z.string().optional(),
  unique_request_id: z.string().optional(),
});
const columns = ['order_id', 'txn_id', 'unique_request_id'];

/** @typedef {{line: number, column: string | null, message: string}} Found */

/** @param {File} file @returns {Promise<{rows: number, errors: Found[]}>} */
export function run(file) {
  return new Promise((resolve, reject) => {
    /** @type {Found[]} */
    const errors = [];
    /** @type {Map<string, number>} */
    const lines = new Map();
    let rows = 0;
    Papa.parse(file, {
      header: true,
      skipEmptyLines: true,
      chunk(results) {
        if (rows === 0 && results.meta.fields?.join() !== columns.join()) {
          errors.push({ line: 1, column: null, message: `The header must be ${columns.join()}` });
        }
        for (const { row = 0, message } of results.errors) errors.push({ line: rows + row + 2, column: null, message });
        for (const data of results.data) {
          const line = ++rows + 1;
          const parsed = Row.safeParse(data);
          if (!parsed.success) {
            for (const { path, message } of parsed.error.issues) {
              errors.push({ line, column: String(path[0]), message });
            }
            continue;
          }
          const id = parsed.data.order_id;
          const earlier = lines.get(id);
          if (earlier === undefined) lines.set(id, line);
          else errors.push({ line, column: 'order_id', message: `Order ID is already on line ${earlier}` });
        }
      },
      complete: () => resolve({ rows, errors }),
      error: reject,
    });
  });
}

/** @param {Awaited<ReturnType<typeof run>>} result */
export function answerOf({ rows, errors }) {
  const count = (/** @type {string} */ start) => errors.filter(({ message }) => message.startsWith(start)).length;
  const empty = count('Order ID is empty');
  // An empty id breaks both rules, and both are reported.
  return { rows, empty, invalid: count('Order ID may') - empty, duplicate: count('Order ID is already') };
}
