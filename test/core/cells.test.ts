import { expect } from '@open-wc/testing';
import { core, email, literal, minLength, refine, regex, startsWith, string, union, type ZodMiniType } from 'zod/mini';
import { batchSync } from '../../src/core/batch-sync.js';
import type { CellSchema } from '../../src/core/definition.js';
import { validateFile, validateText } from '../../src/core/intake/validate.js';
import { csvFile, H, refunds, rows, shorten } from './intake-support.js';

/** A row, its issues with their severity. */
const cells: [row: string, issues: string[]][] = [
  ['A1,t,r', []],
  ['Az09_-,T-2025-001,SYNC REQ/001 (é)', []],
  [',,', ['error empty_value order_id']],
  ['   ,t,r', ['error empty_value order_id']],
  ['\u3000,t,r', ['error empty_value order_id']],
  ['A 1,t,r', ['error invalid_value order_id']],
  ['A.1,t,r', ['error invalid_value order_id']],
  ['Å1,t,r', ['error invalid_value order_id']],
  ['"A1\n",t,r', ['error surrounding_space order_id']],
  [' A1,t,r', ['error surrounding_space order_id']],
  ['A1\u00A0,t,r', ['error surrounding_space order_id']],
  [' A 1,t,r', ['error surrounding_space order_id', 'error invalid_value order_id']],
  ['A1, t,r\t', ['warning surrounding_space txn_id', 'warning surrounding_space unique_request_id']],
  ['A1,  ,r', ['warning surrounding_space txn_id']],
  ['A\u00071,t,r', ['error control_character order_id']],
  ['A1,t\u001Bx,r\u007F', ['error control_character txn_id', 'error control_character unique_request_id']],
  ['A1,"t\tx\ny\rz",r', []],
  ['A1,t\u0085x,r\u0080', []],
  ['-1-1,t,r', ['info formula_prefix order_id']],
  ['-100,t,r', []],
  ['-1.5,t,-2', ['error invalid_value order_id']],
  ['A1,=1+1,r', ['info formula_prefix txn_id']],
  ['A1,+49,@x', ['info formula_prefix txn_id', 'info formula_prefix unique_request_id']],
  ['A1,"\rx",r', ['warning surrounding_space txn_id', 'info formula_prefix txn_id']],
  ["'-1-1,t,r", ['error exported_apostrophe order_id', 'error invalid_value order_id']],
  ["A1,'=1+1,r", ['warning exported_apostrophe txn_id']],
  ["A1,''tis,r", ['warning exported_apostrophe txn_id']],
  ["A1,'tis,'90s", []],
  ["A1,'-100,'+1.5", ['warning exported_apostrophe txn_id', 'warning exported_apostrophe unique_request_id']],
];

const never: CellSchema = {
  '~standard': { version: 1, vendor: 'test', validate: () => ({ issues: [{ message: '<b>never</b>' }] }) },
};

describe('The cells of a row', () => {
  for (const [row, issues] of cells) {
    it(`judges ${JSON.stringify(row)}`, () => {
      const found = rows(`${row}\n`).issues.map(({ severity, code, column }) => `${severity} ${code} ${column ?? '-'}`);
      expect(found).to.deep.equal(issues);
    });
  }

  it('judges a cell the same whatever stands beside it', () => {
    for (const [row, issues] of cells) {
      const found = shorten(rows(`${row}\nB,"a,b c",x\n`)).filter(issue => issue.includes(' 1 2 '));
      expect(found.length, row).to.equal(issues.length);
    }
  });

  it('says what stands in the cell and why it is refused', () => {
    const report = rows("A 1,t\u0007,'=1\n");
    const message = report.issues.at(0)?.params?.['message'];
    expect(message).to.be.a('string').and.not.equal('');
    expect(report.issues.map(({ params }) => params)).to.deep.equal([
      { value: 'A 1', message },
      { value: 't\u0007', character: 'U+0007' },
      { value: "'=1" },
    ]);
  });

  it('shortens a value to what a message can show', () => {
    const value = rows(`${'é'.repeat(500)},t,r\n`).issues.at(0)?.params?.['value'];
    expect(value).to.equal(`${'é'.repeat(80)}…`);
  });

  it('asks any Standard Schema, and only for cells that hold something', () => {
    const asked: unknown[] = [];
    const schema: CellSchema = {
      '~standard': {
        version: 1,
        vendor: 'test',
        validate(value) {
          asked.push(value);
          return value === 'no' ? { issues: [{ message: 'not this' }] } : {};
        },
      },
    };
    const columns = batchSync.columns.map((column, index) => (index === 1 ? { ...column, schema } : column));
    const report = rows('A1,yes,r\nA2,,s\nA3,no,u\n', { columns });
    expect(asked).to.deep.equal(['yes', 'no']);
    expect(shorten(report)).to.deep.equal(['invalid_value 3 4 txn_id']);
    expect(report.issues.at(0)?.params).to.deep.equal({ value: 'no', message: 'not this' });
  });

  it('judges by all that a schema of zod asks', () => {
    const values = ['abc', 'ABC', 'a', 'abcdef', 'a-b', 'a@b.example'];
    const patternForSome = new core.$ZodCheckRegex({
      check: 'string_format',
      format: 'regex',
      pattern: /^x/,
      when: ({ value }) => value === 'abc',
    });
    const schemas: Record<string, ZodMiniType<unknown, string>> = {
      'a pattern': string().check(regex(/^[a-z]+$/)),
      'a pattern that remembers where it was': string().check(regex(/[a-z]+/g)),
      'a pattern that begins where it was': string().check(regex(/[a-z]+/y)),
      'two patterns': string().check(regex(/^[a-z]+$/), regex(/^.{3}$/)),
      'a pattern and a length': string().check(regex(/^[a-z]+$/), minLength(2)),
      'a pattern in a format': email().check(regex(/^.{2,}$/)),
      'a pattern for some': string().check(patternForSome),
      'a beginning': string().check(startsWith('a')),
      either: union([string().check(regex(/^[a-z]+$/)), literal('a-b')]),
    };
    for (const [name, schema] of Object.entries(schemas)) {
      const columns = batchSync.columns.map((column, index) => (index === 1 ? { ...column, schema } : column));
      const report = rows(values.map((value, index) => `A${index},${value},\n`).join(''), { columns });
      const refused = values.flatMap((value, index) => (schema.safeParse(value).success ? [] : [index + 1]));
      expect(refused, name).not.to.have.length(0).and.not.to.have.length(values.length);
      expect(
        report.issues.map(({ row }) => row),
        name,
      ).to.deep.equal(refused);
    }
  });

  it('judges by the schema that a column has now', () => {
    const columns = batchSync.columns.map(column => ({ ...column }));
    const verdict = () => validateText(`${H}A1,t,r\n`, { ...batchSync, columns }).ok;
    columns[1]!.schema = string().check(regex(/^t$/));
    expect(verdict()).to.equal(true);
    columns[1]!.schema = string().check(regex(/^u$/));
    expect(verdict()).to.equal(false);
    delete columns[1]!.schema;
    expect(verdict()).to.equal(true);
  });

  it('hands on what a schema says as it is', () => {
    const columns = batchSync.columns.map(column => ({ ...column, schema: never }));
    expect(rows('A1,,\n', { columns }).issues.at(0)?.params?.['message']).to.equal('<b>never</b>');
  });

  it('calls a schema that answers later a fault of the definition', async () => {
    const schema: CellSchema = { '~standard': { version: 1, vendor: 'test', validate: () => Promise.resolve({}) } };
    const definition = { ...batchSync, columns: batchSync.columns.map(column => ({ ...column, schema })) };
    expect(() => validateText(`${H}A1,t,r\n`, definition)).to.throw(TypeError, 'order_id');
    const error = await validateFile(csvFile(`${H}A1,t,r\n`), definition).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError);

    const later = string().check(refine(() => Promise.resolve(true)));
    const columns = batchSync.columns.map(column => ({ ...column, schema: later }));
    expect(() => rows('A1,t,r\n', { columns })).to.throw(TypeError, 'order_id');
  });

  it('has no rule of the preset in another definition', () => {
    const report = validateText(
      [
        'request,note,order,amount',
        'Q-1,,any text at all!,10.00',
        'Q-2,much too long a note,B,10.00',
        'q-2,,,1',
        'Q-1,,"x,y",2.50',
      ].join('\n'),
      refunds,
    );
    expect(shorten(report)).to.deep.equal([
      'value_too_long 2 3 note',
      'empty_value 3 4 order',
      'invalid_value 3 4 amount',
      'case_only_duplicate 3 4 request',
      'duplicate_value 4 5 request',
    ]);
    expect(report.issues.map(({ params }) => params ?? null)).to.deep.equal([
      { value: 'much too long a note', length: 20, maxLength: 12 },
      null,
      { value: '1', message: 'two decimals' },
      { value: 'q-2', first: 2, firstLine: 3 },
      { value: 'Q-1', first: 1, firstLine: 2 },
    ]);
  });

  it('takes the text without its limit: a megabyte of one cell', () => {
    expect(rows(`A1,${'é'.repeat(1_000_000)},r\n`).ok).to.equal(true);
  });
});
