import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { batchSync } from '../../src/core/batch-sync.js';
import { toText } from '../../src/core/canonical.js';
import { csvRecord } from '../../src/core/csv-cell.js';
import { countIssues } from '../../src/core/findings.js';
import { validateFile, validateText } from '../../src/core/intake/validate.js';
import type { Issue, RepairName } from '../../src/core/issue.js';
import { repairNames } from '../../src/core/issue.js';
import { editCell, removeRows } from '../../src/core/repair/change-rows.js';
import { issuesCsv } from '../../src/core/repair/issues-csv.js';
import { applyRepairs } from '../../src/core/repair/repairs.js';
import { splitReport } from '../../src/core/repair/split.js';
import { validRowsOnly } from '../../src/core/repair/valid-rows.js';
import type { ValidationReport } from '../../src/core/report.js';
import { readStrictly } from '../support/strict-csv.js';
import { anyBytes, anyDefinition, anyText, anyValue, mostlyValidText, soundText } from './file-arbitraries.js';
import { cellsOf, csvFile, H } from './intake-support.js';

/** Files that were made and judged, over all properties. */
let files = 0;

/** The same files in every run; a failing one is shown with its seed and made as small as it can be. */
const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns, seed: 20_261_001 });

/** All that a report says, so that two can be compared. */
function saidBy(report: ValidationReport): unknown {
  const { ok, rowCount, rowCountExact, header, columnIndexes, repairs, changes } = report;
  const counts = sorted(report.counts.map(({ code, severity, column = '', count }) => [code, severity, column, count]));
  const records = report.records.slice();
  const issues = report.issues.map(issue => ({ ...issue, params: issue.params }));
  return { ok, rowCount, rowCountExact, header, columnIndexes, repairs, changes, counts, records, issues };
}

/** Compares as text first: most are the same, and looking at each value takes longer. */
function expectSame(found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found).to.deep.equal(expected);
}

function sorted(list: readonly unknown[]): string[] {
  return list.map(entry => JSON.stringify(entry)).sort();
}

/** What no report may be, whatever the file. */
function expectConsistent(report: ValidationReport): void {
  const issues = report.issues.slice();
  expect(report.ok).to.equal(issues.every(({ severity }) => severity !== 'error'));
  expectSame(
    sorted(report.counts.map(({ code, severity, column, count }) => [code, severity, column, count])),
    sorted(countIssues(issues).map(({ code, severity, column, count }) => [code, severity, column, count])),
  );
  expectSame(
    report.repairs,
    repairNames.filter(name => issues.some(({ repair }) => repair === name)),
  );
  const lines = issues.map(({ line }) => line ?? 0);
  expectSame(
    lines,
    [...lines].sort((a, b) => a - b),
  );
  const lineByRow = new Map(report.records.map(({ row, line }) => [row, line]));
  for (const { row, line } of issues) if (row && lineByRow.has(row)) expect(line).to.equal(lineByRow.get(row));
  if (report.rowCountExact) expect(report.records.length).to.equal(report.rowCount);
}

/** The file of a report as it stands: its own header and cells, whatever is wrong with them. */
function plainText({ header, records }: ValidationReport): string {
  return [header?.cells ?? [], ...records.map(({ cells }) => cells)].map(cells => `${csvRecord(cells)}\r\n`).join('');
}

/** The issues that remain when the file is read again, in the numbers of another report's rows and lines. */
function asIfIn(report: ValidationReport, fresh: ValidationReport): unknown[] {
  const rows = new Map(fresh.records.map(({ row }, index) => [row, report.records.at(index)?.row]));
  const lines = new Map(fresh.records.map(({ line }, index) => [line, report.records.at(index)?.line]));
  lines.set(fresh.header?.line ?? 1, report.header?.line);
  return issuesOf(fresh, ({ row, line, params, ...issue }) => ({
    ...issue,
    ...(row !== undefined && { row: rows.get(row) }),
    ...(line !== undefined && { line: lines.get(line) }),
    params: params && {
      ...params,
      ...('first' in params && { first: rows.get(Number(params['first'])) }),
      ...('firstLine' in params && { firstLine: lines.get(Number(params['firstLine'])) }),
    },
  }));
}

/** Blank lines are gone when the rows are written anew. */
function issuesOf(report: ValidationReport, change: (issue: Issue) => unknown): unknown[] {
  return report.issues
    .filter(({ code }) => code !== 'blank_line')
    .map(issue => change({ ...issue, params: issue.params }));
}

function expectAsIfReadAgain(report: ValidationReport): void {
  const fresh = validateText(plainText(report), report.definition);
  expectSame(cellsOf(fresh), cellsOf(report));
  expectSame(
    issuesOf(report, issue => issue),
    asIfIn(report, fresh),
  );
  expectSame([report.ok, report.rowCount], [fresh.ok, fresh.rowCount]);
  expectConsistent(report);
}

/** What a fault may hide: it shows once a cell, a row or the whole text can be looked at. */
const hidden: ReadonlySet<string> = new Set([
  'duplicate_value',
  'case_only_duplicate',
  'repeated_request_id',
  'spreadsheet_damage',
  'formula_prefix',
  'empty_value',
  'surrounding_space',
  'exported_apostrophe',
]);

function countOf(report: ValidationReport, test: (issue: Issue) => boolean): number {
  return report.issues.filter(test).length;
}

describe('Whatever the file', function properties() {
  this.timeout(60_000);

  after(() => console.log(`${files} generated files`));

  it('the answer is a report that agrees with itself', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, anyDefinition, async (bytes, definition) => {
        files++;
        expectConsistent(await validateFile(csvFile(bytes), definition));
      }),
      runs(2500),
    );
  });

  it('text and file are judged alike', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyDefinition, async (text, definition) => {
        files++;
        fc.pre(text.isWellFormed());
        const file = await validateFile(csvFile(text), definition);
        fc.pre(!file.issues.slice().some(({ code }) => code === 'not_csv' || code === 'invalid_encoding'));
        expectSame(saidBy(file), saidBy(validateText(text, definition)));
      }),
      runs(800),
    );
  });

  it('what is valid is read alike by papaparse and by a strict reader', () => {
    let valid = 0;
    fc.assert(
      fc.property(mostlyValidText, anyDefinition, (text, definition) => {
        files++;
        const report = validateText(text, definition);
        if (!report.ok) return;
        valid++;
        const cells = [[...(report.header?.cells ?? [])], ...cellsOf(report)];
        expectSame(readStrictly(text), cells);
        const ends = new Set(text.match(/\r\n|\r|\n/g));
        if (ends.size === 1 && !text.startsWith('\uFEFF')) {
          const parsed = Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: true });
          expectSame(parsed.data, cells);
        }
        const canonical = toText(report);
        const written = Papa.parse<string[]>(canonical.slice(0, -2), { delimiter: ',', newline: '\r\n' });
        expectSame(written.errors, []);
        expectSame(readStrictly(canonical), written.data);
        expect(validateText(canonical, definition).ok).to.equal(true);
      }),
      runs(3000),
    );
    expect(valid).to.be.greaterThan(1000);
  });

  it('every repair leaves fewer issues of its own, and hides none', async () => {
    const made = new Set<RepairName>();
    await fc.assert(
      fc.asyncProperty(anyBytes, anyDefinition, async (bytes, definition) => {
        files++;
        const report = await validateFile(csvFile(bytes), definition);
        const before = JSON.stringify(saidBy(report));
        for (const repair of report.repairs.filter(name => name !== 'split')) {
          made.add(repair);
          const repaired = applyRepairs(report, [repair]);
          const named = ({ repair: name }: Issue) => name === repair;
          expect(countOf(repaired, named), repair).to.be.lessThan(countOf(report, named));
          expect(repaired.changes.length).to.equal(1);
          if (repair !== 'reencode' && repair !== 'convert_delimiter') {
            const own = new Set(report.issues.filter(named).map(({ code }) => code));
            const open = ({ code }: Issue) => own.has(code) || !hidden.has(code);
            expect(countOf(repaired, open), repair).to.be.lessThan(countOf(report, open));
            expectConsistent(repaired);
          }
        }
        expect(JSON.stringify(saidBy(report)), 'undo').to.equal(before);
      }),
      runs(1500),
    );
    expectSame([...made].sort(), repairNames.filter(name => name !== 'split').sort());
  });

  it('repairs made together are the same in any order, and the same as one after the other', () => {
    const inOrder: readonly RepairName[] = [
      'reencode',
      'convert_delimiter',
      'drop_blank_lines',
      'rename_columns',
      'drop_columns',
      'add_columns',
      'reorder_columns',
      'pad_cells',
      'drop_cells',
      'trim_cells',
      'undo_apostrophe',
    ];
    fc.assert(
      fc.property(anyText, anyDefinition, fc.shuffledSubarray([...repairNames]), (text, definition, repairs) => {
        files++;
        const report = validateText(text, definition);
        const together = applyRepairs(report, repairs);
        const named = inOrder.filter(name => repairs.includes(name));
        const single = named.reduce((current, name) => applyRepairs(current, [name]), report);
        expectSame(saidBy(together), saidBy(single));
      }),
      runs(1500),
    );
  });

  it('after an edit or a removal it is judged as if it had been read so', () => {
    const act = fc.record({ at: fc.nat(20), column: fc.nat(2), value: anyValue, isRemoval: fc.boolean() });
    fc.assert(
      fc.property(soundText, anyDefinition, fc.array(act, { minLength: 1, maxLength: 5 }), (text, definition, acts) => {
        files++;
        const given = validateText(text, definition);
        fc.pre(given.header !== null && given.rowCountExact);
        const before = JSON.stringify(saidBy(given));
        let report = given;
        for (const { at, column, value, isRemoval } of acts) {
          const record = report.records.at(at % Math.max(report.records.length, 1));
          if (!record) break;
          const isKnown = report.columnIndexes[column] >= 0;
          if (isRemoval || !isKnown) report = removeRows(report, [record.row]);
          else report = editCell(report, record.row, batchSync.columns[column].name, value);
          expectAsIfReadAgain(report);
        }
        expect(JSON.stringify(saidBy(given)), 'undo').to.equal(before);
      }),
      runs(1000),
    );
  });

  it('a repaired file is judged as if it had been read so', () => {
    fc.assert(
      fc.property(soundText, anyDefinition, (text, definition) => {
        files++;
        const report = validateText(text, definition);
        fc.pre(report.header !== null);
        expectAsIfReadAgain(applyRepairs(report, report.repairs));
      }),
      runs(1000),
    );
  });

  it('the parts of a split file are its rows, each valid or not by itself', () => {
    fc.assert(
      fc.property(soundText, anyDefinition, (text, definition) => {
        files++;
        const report = validateText(text, definition);
        const parts = splitReport(report);
        expectSame(
          parts.flatMap(part => part.records.slice()),
          report.records.slice(),
        );
        for (const part of parts) {
          expect(part.rowCount).to.be.at.most(Math.max(definition.limits.maxRows, report.rowCount - 3));
          if (parts.length > 1) expectAsIfReadAgain(part);
        }
      }),
      runs(500),
    );
  });

  it('the list of its issues gives its rows back', () => {
    fc.assert(
      fc.property(mostlyValidText, anyDefinition, (text, definition) => {
        files++;
        const report = validateText(text, definition);
        const { header } = report;
        fc.pre(
          report.rowCount > 0 && report.rowCount <= definition.limits.maxRows && header?.cells.join() === H.trim(),
        );
        const uploaded = validateText(
          issuesCsv(report, ({ code }) => code),
          definition,
        );
        const restored = applyRepairs(uploaded, ['drop_columns', 'undo_apostrophe']);
        expectSame(restored.header?.cells, header?.cells);
        // What stands beyond the header belongs to no column, and keeps the apostrophe that made it harmless.
        const known = (cells: string[]) => Array.from({ length: 3 }, (_, position) => cells[position] ?? '');
        expectSame(cellsOf(restored).map(known), cellsOf(report).map(known));
      }),
      runs(500),
    );
  });

  it('without the rows that have errors, only the file as a whole can have one', () => {
    fc.assert(
      fc.property(soundText, anyDefinition, (text, definition) => {
        files++;
        const valid = validRowsOnly(validateText(text, definition));
        const inRows = valid.issues.filter(
          ({ severity, row, code }) => severity === 'error' && row !== undefined && code !== 'row_limit_exceeded',
        );
        expectSame(inRows, []);
      }),
      runs(500),
    );
  });

  it('comes to at least ten thousand files', () => {
    expect(files).to.be.at.least(10_000);
  });
});
