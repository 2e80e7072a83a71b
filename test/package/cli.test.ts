import { expect } from '@open-wc/testing';
import { batchSync } from '../../src/core/batch-sync.js';
import { validateText } from '../../src/core/intake/validate.js';
import { createWords, describe as wordsOf } from '../../src/words/index.js';
import { version } from '../../package.json';
import readme from '../../README.md?raw';
import { runInNode, type NodeResult, type NodeRun } from '../support/commands.js';

const header = 'order_id,txn_id,unique_request_id';
const good = `${header}\r\nORD_1,TXN_1,REQ_1\r\n`;
const bad = `${header}\nORD_1,TXN_1,REQ_1\n,TXN_2,REQ_2\nORD 3,TXN_3,REQ_3\nORD_1, TXN_4,REQ_4\n=A1,TXN_5,REQ_5\n`;
const escape = '\u001b[31m';

/** A definition module with the preset's rules but for what is given, as JavaScript. */
const definition = (changes: string) =>
  `import { batchSync } from 'batch-sync-elements/core';\nexport default { ...batchSync, ${changes} };\n`;
const raised = definition('limits: { maxRows: 10_000_000, maxBytes: 10_000_000_000 }');

function rows(count: number, cells: (row: number) => string): string {
  return `${header}\n${Array.from({ length: count }, (_, index) => `${cells(index + 1)}\n`).join('')}`;
}

function validate(args: readonly string[], run: Omit<NodeRun, 'args'> = {}): Promise<NodeResult> {
  return runInNode({ ...run, command: 'batch-sync-validate', args });
}

/** What `--json` says, a document for each file. */
function documents({ stdout }: NodeResult): Record<string, unknown>[] {
  expect(stdout.endsWith('\n')).to.equal(true);
  const lines = stdout.slice(0, -1).split('\n');
  return lines.map(line => JSON.parse(line) as Record<string, unknown>);
}

describe('batch-sync-validate', function () {
  // Each test starts a process or two.
  this.timeout(30_000);

  before(async function () {
    this.timeout(60_000);
    // The first run builds the command.
    expect((await validate(['--version'])).stdout).to.equal(`${version}\n`);
  });

  interface Situation extends Omit<NodeRun, 'args' | 'command'> {
    name: string;
    args: readonly string[];
    code: number;
    /** What both streams hold, in lines. */
    says: readonly string[];
  }

  const situations: readonly Situation[] = [
    { name: 'no file', args: [], code: 2, says: ['no file was given', 'See batch-sync-validate --help'] },
    { name: 'an option that does not exist', args: ['a.csv', '--fix'], code: 2, says: ["Unknown option '--fix'"] },
    { name: 'quiet and JSON', args: ['a.csv', '--json', '--quiet'], code: 2, says: ['exclude each other'] },
    { name: 'standard input twice', args: ['-', '-'], code: 2, says: ['- can be given once only'] },
    {
      name: 'a locale without words',
      args: ['-', '--locale', 'tlh'],
      code: 2,
      says: ['no words for "tlh", only for en'],
    },
    {
      name: 'more on standard input than may be',
      args: ['-'],
      stdin: 'x'.repeat(5_100_000),
      code: 1,
      says: ['-: invalid. 1 error in the file.', 'File too large'],
    },
    {
      name: 'so much that it is kept on the disk, and three gigabytes that show at once that they are no text',
      args: ['-', 'huge.csv', '--definition', 'raised.mjs'],
      stdin: rows(150_000, row => `ORD_${row},TXN_${row},REQ_${row}`),
      files: { 'huge.csv': { text: good, size: 3_000_000_000 }, 'raised.mjs': raised },
      code: 1,
      says: [
        '-: valid. 150,000 rows are ready to send.',
        'huge.csv: invalid.',
        'Invalid file format: The file holds a NUL byte: it is not text',
      ],
    },
    {
      name: 'a file larger than the memory that there is',
      args: ['large.csv', '--definition', 'raised.mjs'],
      files: {
        'large.csv': { text: `${header}\n`, row: `ORD_1,${'x'.repeat(1000)},\n`, thousands: 60 },
        'raised.mjs': raised,
      },
      heap: 40,
      code: 1,
      says: ['large.csv: invalid. 59,999 errors in 59,999 rows.', 'Row 51, line 52, order_id: Duplicate order ID'],
    },
    {
      name: 'each file by itself, those that cannot be read too',
      args: ['missing.csv', '.', 'pipe', 'huge.csv', 'over.csv', 'good.txt', 'empty.csv', 'warned.csv'],
      files: {
        'huge.csv': { text: good, size: 3_000_000_000 },
        'over.csv': { text: good, size: 5_000_001 },
        'good.txt': good,
        'empty.csv': '',
        'warned.csv': `${header}\nORD_1, TXN_1,\n`,
      },
      pipes: { pipe: good },
      code: 2,
      says: [
        'missing.csv: no such file or directory',
        '.: it is a directory',
        'pipe: valid. 1 row is ready to send.',
        'huge.csv: invalid. 1 error in the file.',
        'File too large: The file has 3,000 MB; at most 5 MB are allowed',
        'The file has 5,000,001 B; at most 5,000,000 B are allowed',
        'good.txt: invalid.',
        'The file’s name does not end in .csv',
        'Empty file: There is nothing in the file',
        'warned.csv: valid. 1 row is ready to send. 1 warning to accept.',
      ],
    },
    {
      name: 'numbers in the way of a locale',
      args: ['long.csv', '--locale', 'en-IN'],
      files: { 'long.csv': rows(123_456, row => `${row},,`) },
      code: 1,
      says: ['Row limit exceeded: The file has 1,23,456 rows; at most 1,000 are allowed'],
    },
  ];
  for (const { name, args, code, says, ...run } of situations) {
    it(`answers ${name}`, async () => {
      const found = await validate(args, run);
      for (const text of says) expect(found.stdout + found.stderr).to.contain(text);
      expect(found.code).to.equal(code);
      expect(found.files).to.deep.equal({});
    });
  }

  it('says what is wrong, where, and what to do about it', async () => {
    const { stdout, stderr, code } = await validate(['good.csv', 'bad.csv'], {
      files: { 'good.csv': good, 'bad.csv': bad },
    });
    expect(stdout).to.equal(
      [
        'good.csv: valid. 1 row is ready to send.',
        'bad.csv: invalid. 4 errors in 4 rows.',
        '  error    Row 2, line 3, order_id: Empty order ID',
        '  error    Row 3, line 4, order_id: Invalid order ID format: Only letters, numbers, _ and -',
        '  warning  Row 4, line 5, txn_id: Spaces around values: Spaces around the value',
        '  error    Row 4, line 5, order_id: Duplicate order ID: Same order ID as row 1',
        '  info     Row 5, line 6, order_id: Begins like a formula: Begins like a spreadsheet formula',
        '  error    Row 5, line 6, order_id: Invalid order ID format: Only letters, numbers, _ and -',
        '  Invalid order ID format (2): Check that order_id field contains valid string values',
        '  Empty order ID (1): Ensure all order_id fields have non-empty values',
        '  Duplicate order ID (1): Each order ID should be unique within the batch',
        '  Spaces around values (1)',
        '  Begins like a formula (1)',
        '  Repairs: trim_cells',
        '',
      ].join('\n'),
    );
    expect({ stderr, code }).to.deep.equal({ stderr: '', code: 1 });
  });

  it('answers as the README shows', async () => {
    const [, shown = ''] = /^\$ npx batch-sync-validate october\.csv\n([^$]+)\$ echo/m.exec(readme) ?? [];
    const october = bad.slice(0, bad.indexOf('=A1'));
    const { stdout } = await validate(['october.csv'], { files: { 'october.csv': october } });
    expect(stdout).to.equal(shown);
  });

  it('finds what the browser finds, in the same words', async () => {
    const [found] = documents(await validate(['bad.csv', '--json'], { files: { 'bad.csv': bad } }));
    const report = validateText(bad, batchSync, { fileName: 'bad.csv' });
    const words = createWords({ locale: 'en' });
    const issues = report.issues.map(issue => {
      const { heading, message } = wordsOf(issue, batchSync, words);
      return { ...issue, heading, message };
    });
    const { ok, fileName, rowCount, rowCountExact, counts, repairs } = report;
    expect(found).to.deep.equal({ fileName, ok, rowCount, rowCountExact, counts, repairs, issues });
    expect(issues).to.have.lengthOf(6);
  });

  it('writes a document for each file, the unreadable too', async () => {
    const run = await validate(['--json', 'bad.csv', 'missing.csv', 'good.csv'], {
      files: { 'good.csv': good, 'bad.csv': bad },
    });
    expect(run.code).to.equal(2);
    const [first, second, third] = documents(run);
    expect(first).to.include({ fileName: 'bad.csv', ok: false, rowCount: 5 });
    expect(second).to.deep.equal({
      fileName: 'missing.csv',
      ok: false,
      rowCount: 0,
      rowCountExact: false,
      counts: [],
      repairs: [],
      error: 'no such file or directory',
      issues: [],
    });
    expect(third).to.include({ fileName: 'good.csv', ok: true, rowCount: 1, rowCountExact: true });
  });

  it('lets nothing of a file act on the terminal', async () => {
    const name = `a${escape}.csv`;
    const files = { [name]: `${header},${escape}\u009b2J\u202e\n`, 'good.csv': good };
    for (const args of [[name], [name, '--json'], ['--definition', name, 'good.csv'], [`--${escape}`]]) {
      const { stdout, stderr } = await validate(args, { files });
      expect(stdout + stderr).to.match(/^[^\0-\x09\x0B-\x1F\x7F-\x9F\u202E]+$/);
      expect(stdout + stderr).to.contain('\\u001b[31m');
    }
  });

  it('says nothing but its exit code when it is to be quiet', async () => {
    const files = { 'good.csv': good, 'bad.csv': bad };
    expect(await validate(['--quiet', 'good.csv'], { files })).to.include({ stdout: '', stderr: '', code: 0 });
    expect(await validate(['--quiet', 'bad.csv'], { files })).to.include({ stdout: '', stderr: '', code: 1 });
  });

  it('bears that nobody reads on', async () => {
    const files = { 'long.csv': rows(1000, () => '') };
    expect(await validate(['--all', 'long.csv'], { files, reads: false })).to.include({ stderr: '', code: 1 });
  });

  it('lists the gravest where there are many, those of the whole file before all, and says how many there are', async () => {
    const cells = rows(1001, row => `${row === 90 || row > 950 ? 'not valid' : `ORD_${row}`},,`);
    const long = await validate(['long.csv'], { files: { 'long.csv': cells } });
    expect(long.stdout.split('\n').slice(1, 51)).to.satisfy((lines: string[]) =>
      [/Row 90,/, /Row limit exceeded/].every(expected => lines.some(text => expected.test(text))),
    );

    const many = rows(100, row => (row === 90 ? 'not valid,,' : `=${row},,`)).replaceAll('\n=', '\n\nORD_');
    const files = { 'many.csv': many };
    const { stdout } = await validate(['many.csv'], { files });
    const listed = stdout.split('\n').filter(line => /^ {2}(error|warning|info) /.test(line));
    expect(listed).to.have.lengthOf(50);
    expect(listed.at(-1)).to.contain('error    Row 90,');
    expect(stdout).to.contain('Showing 50 of 100; --all lists every issue.');
    const all = (await validate(['--all', 'many.csv'], { files })).stdout;
    expect(all.split('\n').filter(line => /^ {2}(error|info) /.test(line))).to.have.lengthOf(100);
    expect(all).not.to.contain('Showing');
    const [found] = documents(await validate(['--json', 'many.csv'], { files }));
    expect(found['issues']).to.have.lengthOf(100);
  });

  it('explains itself', async () => {
    const { stdout, code } = await validate(['--help']);
    expect(stdout).to.match(/^Usage: batch-sync-validate FILE/);
    expect(code).to.equal(0);
  });
});

describe('batch-sync-validate --definition', function () {
  // Each test starts a process or two.
  this.timeout(30_000);

  const own = `
    const amount = { '~standard': { version: 1, vendor: 'own', validate: value =>
      /^\\d+$/.test(value) ? {} : { issues: [{ message: 'must be in cents' }] } } };
    export const definition = {
      kind: 'refunds',
      columns: [{ name: 'order', required: true, unique: true }, { name: 'amount', required: true, schema: amount }],
      limits: { maxRows: 2, maxBytes: 1000 }, headerPolicy: 'strict', duplicates: 'error',
    };`;
  const wrong = `export default {
    kind: '', columns: [{ name: 'a', required: 1, schema: {}, role: 'other' }, null],
    limits: { maxRows: 0, maxBytes: '5' }, headerPolicy: 'lax', duplicates: 'error' };`;
  const schema = (check: string) =>
    definition(`columns: [{ name: 'order_id', required: true,
      schema: { '~standard': { version: 1, vendor: 'own', validate: ${check} } } }]`);

  interface Case {
    name: string;
    module: string;
    file?: string;
    code: number;
    says: readonly string[];
  }

  const cases: readonly Case[] = [
    { name: 'a module that cannot be read', module: 'export const =', code: 2, says: ['own.mjs cannot be loaded: '] },
    { name: 'a module that throws', module: 'throw new Error("no database")', code: 2, says: ['loaded: no database'] },
    {
      name: 'a module without a definition',
      module: 'export const other = {};',
      code: 2,
      says: ['exports no definition'],
    },
    {
      name: 'every fault of a definition',
      module: wrong,
      code: 2,
      says: [
        'own.mjs holds no valid definition:',
        '\n  kind must not be empty',
        '\n  columns[0].required must be true or false',
        '\n  columns[0].schema must be a Standard Schema',
        '\n  columns[0].role must be one of "transaction", "request"',
        '\n  columns[1] must be an object',
        '\n  limits.maxRows must be above 0',
        '\n  limits.maxBytes must be a whole number',
        '\n  headerPolicy must be one of "strict", "flexible"\n',
      ],
    },
    {
      name: 'a column that is named twice',
      module: definition('columns: [...batchSync.columns, batchSync.columns[0]]'),
      code: 2,
      says: ['columns must not name a column twice'],
    },
    {
      name: 'a schema that answers with a promise',
      module: schema('async () => ({})'),
      file: 'order_id\nORD_1\n',
      code: 2,
      says: ['a.csv: ', 'column "order_id" answers with a Promise'],
    },
    {
      name: 'a schema that throws',
      module: schema('() => { throw new Error("out of order"); }'),
      file: 'order_id\nORD_1\n',
      code: 2,
      says: ['a.csv: out of order'],
    },
    {
      name: 'a file that changes while it is read',
      module: `import { appendFileSync } from 'node:fs';\n${schema('() => appendFileSync("a.csv", "x") ?? {}')}`,
      file: 'order_id\nORD_1\n',
      code: 2,
      says: ['a.csv: it was changed while it was read'],
    },
    {
      name: 'columns, rules and limits of one’s own',
      module: own,
      file: 'order,amount\nA,12\nA,x\nB,1\n',
      code: 1,
      says: [
        'The value is not allowed in amount. must be in cents',
        'Duplicate value: Same value as row 1',
        'Row limit exceeded: The file has 3 rows; at most 2 are allowed',
      ],
    },
    { name: 'a valid file of one’s own', module: own, file: 'order,amount\nA,12\n', code: 0, says: ['a.csv: valid.'] },
  ];
  for (const { name, module, file = good, code, says } of cases) {
    it(`answers ${name}`, async () => {
      const files = { 'own.mjs': module, 'a.csv': file };
      const found = await validate(['a.csv', '--definition', 'own.mjs'], { files });
      for (const text of says) expect(found.stdout + found.stderr).to.contain(text);
      expect(found.stderr).not.to.contain('    at ');
      expect(found.code).to.equal(code);
    });
  }

  it('answers a definition that is not there', async () => {
    const found = await validate(['-', '--definition', 'none.mjs']);
    expect(found).to.include({
      code: 2,
      stderr: 'batch-sync-validate: none.mjs cannot be loaded: no such file or directory\n',
    });
  });
});

describe('batch-sync-validate --repair', function () {
  // Each test starts a process or two.
  this.timeout(30_000);

  const broken = 'txn_id;Order ID\nTXN_1; ORD_1\n\nTXN_2\n';

  it('writes the file with every repair made, and says that the result is valid', async () => {
    const { stdout, code, files } = await validate(['broken.csv', '--repair', 'mended.csv'], {
      files: { 'broken.csv': 'txn_id;Order ID\n"TXN;1"; ORD_1\n\nTXN_2;ORD_2\n' },
    });
    expect(files).to.deep.equal({ 'mended.csv': `${header}\r\nORD_1,TXN;1,\r\nORD_2,TXN_2,\r\n` });
    const repairs = 'drop_blank_lines, convert_delimiter, add_columns, reorder_columns, rename_columns, trim_cells';
    const verdict = 'broken.csv: valid. 2 rows are ready to send.';
    expect(stdout).to.equal(`${verdict}\n  Repaired: ${repairs}. Written to mended.csv\n`);
    expect(code).to.equal(0);
  });

  it('says so in JSON', async () => {
    const run = await validate(['broken.csv', '--repair', 'mended.csv', '--json'], {
      files: { 'broken.csv': 'order_id,txn_id,unique_request_id\nORD_1, T,R\n' },
    });
    expect(documents(run)[0]).to.deep.include({
      ok: true,
      repairs: [],
      repaired: { applied: ['trim_cells'], fileName: 'mended.csv' },
    });
  });

  it('keeps what it cannot repair, and says that it is still wrong', async () => {
    const { stdout, code, files } = await validate(['broken.csv', '--repair', 'mended.csv'], {
      files: { 'broken.csv': broken },
    });
    expect(files).to.deep.equal({ 'mended.csv': `${header}\r\nORD_1,TXN_1,\r\n,TXN_2,\r\n` });
    expect(stdout).to.contain('error    Row 2, line 4, order_id: Empty order ID');
    expect(code).to.equal(1);
  });

  it('writes the canonical text of a file that needs no repair', async () => {
    const { stdout, code, files } = await validate(['-', '--repair', 'out.csv'], { stdin: good.replaceAll('\r', '') });
    expect(files).to.deep.equal({ 'out.csv': good });
    expect(stdout).to.contain('Nothing to repair. Written to out.csv');
    expect(code).to.equal(0);
  });

  const losses: readonly { name: string; text: string }[] = [
    { name: 'values beyond the header', text: `${header}\nORD_1,T,R,lost\n` },
    { name: 'rows after a quote that nothing closes', text: `${header}\nORD_1,T,R\nORD_2,"T,R\nORD_3,T,R\n` },
    { name: 'rows that were not judged', text: rows(1001, row => `ORD_${row},,`) },
    { name: 'a mandatory column', text: 'txn_id,unique_request_id\nT,R\n' },
    { name: 'everything', text: '' },
  ];
  for (const { name, text } of losses) {
    it(`writes nothing where it would lose ${name}`, async () => {
      const { stdout, code, files } = await validate(['a.csv', '--repair', 'out.csv'], { files: { 'a.csv': text } });
      expect(files).to.deep.equal({});
      expect(stdout).to.contain('Not written: rows or values would be lost');
      expect(code).to.equal(1);
    });
  }

  const collisions: readonly (Omit<NodeRun, 'command'> & { name: string })[] = [
    { name: 'its path', args: ['a.csv', '--repair', './a.csv'] },
    { name: 'a link to it', args: ['a.csv', '--repair', 'link.csv'], links: { 'link.csv': 'a.csv' } },
    { name: 'what stands on standard input', args: ['-', '--repair', 'a.csv'], stdinFile: 'a.csv' },
  ];
  for (const { name, ...run } of collisions) {
    it(`never overwrites the file itself by ${name}`, async () => {
      const { stderr, code, files } = await validate(run.args, { ...run, files: { 'a.csv': bad } });
      expect({ code, files }).to.deep.equal({ code: 2, files: {} });
      expect(stderr).to.contain('--repair must not name the file itself');
    });
  }

  it('names what cannot be written', async () => {
    const { stderr, code } = await validate(['a.csv', '--repair', 'none/out.csv'], { files: { 'a.csv': good } });
    expect(stderr).to.contain('a.csv: none/out.csv cannot be written: no such file or directory');
    expect(code).to.equal(2);
  });

  for (const args of [
    ['a.csv', 'b.csv', '--repair', 'out.csv'],
    ['a.csv', '--repair', '-'],
  ]) {
    it(`refuses ${args.join(' ')}`, async () => {
      const found = await validate(args, { files: { 'a.csv': good, 'b.csv': good } });
      expect(found.code).to.equal(2);
      expect(found.files).to.deep.equal({});
    });
  }
});

describe('batch-sync-elements/core in Node', function () {
  // Each test starts a process or two.
  this.timeout(30_000);

  it('validates, repairs, makes the sample and the export without a page', async () => {
    const script = `
      import { batchSync, applyRepairs, exportCsv, rowsSha256, sampleCsv, toText, validateFile, validateText }
        from 'batch-sync-elements/core';
      const file = new File([${JSON.stringify(bad)}], 'bad.csv');
      const read = [];
      const report = await validateFile(file, batchSync, { onProgress: ({ bytesRead }) => read.push(bytesRead) });
      const repaired = applyRepairs(report, report.repairs);
      const task = { id: 't', row: 1, values: { order_id: '-1-1' }, status: 'ACCEPTED', syncStatus: null,
        externalSystem: null, externalResponse: null, gateway: null, gatewaySyncStatus: null, error: null,
        createdAt: '', updatedAt: '' };
      console.log(JSON.stringify({
        hasPage: 'document' in globalThis,
        ok: report.ok, codes: report.issues.map(({ code }) => code), read,
        text: toText(repaired).split('\\r\\n')[4],
        sample: validateText(sampleCsv(batchSync), batchSync).ok,
        hash: (await rowsSha256(report))?.length,
        exported: (await (await exportCsv([task], batchSync)).text()).split('\\r\\n')[1],
      }));`;
    const { stdout, stderr, code } = await runInNode({ args: ['use.mjs'], files: { 'use.mjs': script } });
    expect({ stderr, code }).to.deep.equal({ stderr: '', code: 0 });
    expect(JSON.parse(stdout)).to.deep.equal({
      hasPage: false,
      ok: false,
      codes: [
        'empty_value',
        'invalid_value',
        'surrounding_space',
        'duplicate_value',
        'formula_prefix',
        'invalid_value',
      ],
      read: [new TextEncoder().encode(bad).length],
      text: 'ORD_1,TXN_4,REQ_4',
      sample: true,
      hash: 64,
      exported: "1,'-1-1,,,,,,ACCEPTED,,,",
    });
  });
});
