import type { Check } from '../check.js';
import { csvText } from '../files.js';
import type { MadeFile } from '../files.js';
import { problemText } from '../text.js';
import { skip } from '../trial.js';
import { namesakes } from './create.js';

const call = 'createBatch';
const needs = ['writes'] as const;

/** Limits beyond these are not tried out. */
const mostRows = 20_000;
const mostBytes = 12_000_000;

export const createRefusalChecks: readonly Check[] = [
  {
    name: 'create-duplicate',
    group: 'writes',
    call,
    contract:
      'The same data rows again, with another key: 409 `duplicate_batch`, which creates nothing and links the earlier one by `batch_id`.',
    needs,
    async run(stage, trial) {
      const file = stage.files.make('twice', 2);
      const first = await stage.fixtures.made(file);
      // Other bytes of the same rows: it is the rows that count.
      const quoted = csvText(file.rows)
        .replaceAll('\r\n', '\n')
        .replaceAll(/TXN-[\w-]+/g, '"$&"');
      for (const text of [file.text, quoted]) {
        const again: MadeFile = { ...file, name: stage.files.make('again', 1).name, text };
        const outcome = await stage.create(again);
        const problem = trial.refusal(outcome, { status: 409, code: 'duplicate_batch' });
        if (problem && problem.batchId !== first.id) {
          trial.breach(`${first.id} as batch_id`, problem.batchId ?? 'none', outcome.requestId);
        }
      }
      const again = stage.files.make('again', 1);
      const count = await namesakes(stage, again, trial);
      if (count > 0) trial.breach('no batch made', `${count} named ${again.name}`);
    },
  },
  {
    name: 'create-accept-duplicate',
    group: 'writes',
    call,
    contract: 'After the person agreed, with a new key and `accept_duplicate: true`: 202 and a batch of its own.',
    needs,
    async run(stage, trial) {
      const file = stage.files.make('agreed', 2);
      const first = await stage.fixtures.made(file);
      const outcome = await stage.create(file, { acceptDuplicate: true });
      const { id } = trial.value(outcome);
      if (id === first.id) trial.breach('another batch', `${id} again`, outcome.requestId);
    },
  },
  {
    name: 'create-validates',
    group: 'writes',
    call,
    contract:
      'The server validates again: a file with a fault is 422 `csv_validation`, a fault of a cell with `row`, `line` and `column`.',
    needs,
    async run(stage, trial) {
      const file = stage.files.make('invalid', 3);
      const rows = file.rows.map((cells, at) => (at === 1 ? ['', ...cells.slice(1)] : cells));
      const outcome = await stage.create({ ...file, rows, text: csvText(rows) });
      const problem = trial.refusal(outcome, { status: 422, code: 'csv_validation' });
      if (!problem) return;
      const [issue] = problem.issues;
      const { code, row, line, column } = issue ?? {};
      const expected = 'empty_value in row 2, line 3, column order_id';
      const found = issue ? `${code} in row ${row}, line ${line}, column ${column}` : 'no errors';
      if (found !== expected) trial.breach(expected, found, outcome.requestId);
    },
  },
  {
    name: 'create-row-limit',
    group: 'writes',
    call,
    contract: 'One row more than `limits.max_rows`: 422 with `row_limit_exceeded`.',
    needs,
    async run(stage, trial) {
      const limit = stage.capabilities?.limits.maxRows ?? skip('the backend names no limit of rows');
      if (limit > mostRows) skip(`more than ${mostRows} rows are not tried out`);
      const outcome = await stage.create(stage.files.make('rows', limit + 1));
      const problem = trial.refusal(outcome, { status: 422 });
      if (!problem || problem.issues.some(({ code }) => code === 'row_limit_exceeded')) return;
      trial.breach('row_limit_exceeded in errors', problemText(problem), outcome.requestId);
    },
  },
  {
    name: 'create-byte-limit',
    group: 'writes',
    call,
    contract: 'More bytes than `limits.max_bytes`: 413.',
    needs,
    async run(stage, trial) {
      const limit = stage.capabilities?.limits.maxBytes ?? skip('the backend names no limit of bytes');
      if (limit > mostBytes) skip(`more than ${mostBytes} bytes are not tried out`);
      const file = stage.files.make('bytes', 1);
      const rows = [[file.rows[0][0], 'x'.repeat(limit), '']];
      trial.refusal(await stage.create({ ...file, rows, text: csvText(rows) }), { status: 413 });
    },
  },
  {
    name: 'create-not-csv',
    group: 'writes',
    call,
    contract: 'What is no CSV file, whatever its name: 415, or 422 `csv_validation`.',
    needs,
    async run(stage, trial) {
      const file = stage.files.make('picture', 1);
      const picture = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])]);
      trial.refusal(await stage.create(file, { file: picture }), { status: [415, 422] });
    },
  },
];
