import { expect } from '@open-wc/testing';
import { batchSync } from '../../src/core/batch-sync.js';
import { validateText } from '../../src/core/intake/validate.js';
import type { Issue } from '../../src/core/issue.js';
import { issuesCsv } from '../../src/core/repair/issues-csv.js';
import { applyRepairs } from '../../src/core/repair/repairs.js';
import { cellsOf, H, rows, shorten } from './intake-support.js';

const describeIssue = ({ code, column = '' }: Issue) => `${code} ${column}`.trim();
const header = 'order_id,txn_id,unique_request_id,line,error_code,error\r\n';

/** The file that is made, validated as a person would who uploads it again. */
function again(text: string) {
  const uploaded = validateText(text, batchSync);
  return { uploaded, restored: applyRepairs(uploaded, ['drop_columns', 'undo_apostrophe']) };
}

describe('The list of issues', () => {
  it('is the rows of the file with what is wrong with each', () => {
    const report = rows('A1,t,r\n\nA 2," x,y",r\nA1,t,\n');
    expect(issuesCsv(report, describeIssue)).to.equal(
      `${header}A1,t,r,2,,\r\n` +
        'A 2," x,y",r,4,invalid_value surrounding_space repeated_request_id,invalid_value order_id; surrounding_space txn_id; repeated_request_id unique_request_id\r\n' +
        'A1,t,,5,duplicate_value,duplicate_value order_id\r\n',
    );
  });

  it('may hold only the rows that are not sent', () => {
    const report = rows('A1,t,r\nA 2,t,\nA3, t,\n');
    expect(issuesCsv(report, describeIssue, { errorRowsOnly: true })).to.equal(
      `${header}A 2,t,,3,invalid_value,invalid_value order_id\r\n`,
    );
  });

  it('gives the file back when it is uploaded again', () => {
    const report = rows('A 1,"x\ny,""z""",r\n-1-1,=1+1,-100\n\'tis,\'-5,\'\n@x,\t=2,+1\n');
    const { uploaded, restored } = again(issuesCsv(report, describeIssue));
    expect(shorten(uploaded).filter(issue => issue.startsWith('unknown_column')).length).to.equal(3);
    expect(cellsOf(restored)).to.deep.equal(cellsOf(report));
    expect(restored.header?.cells).to.deep.equal(report.header?.cells);
  });

  it('holds nothing that a spreadsheet runs, its header and words neither', () => {
    const report = validateText('=cmd,order_id\n@a,"-1+1"\n', batchSync);
    const text = issuesCsv(report, () => '=HYPERLINK("x")');
    for (const cell of text.split(/\r\n|,/)) expect(cell.replace(/^"/, '')).not.to.match(/^[=+\-@\t\r]/);
    expect(text).to.include("'=cmd,order_id,line");
  });

  it('says in its first row what is wrong with the file as a whole', () => {
    const report = validateText('order_id,txn_id\nA1,t\nA2,"t\n', batchSync);
    expect(issuesCsv(report, describeIssue)).to.equal(
      'order_id,txn_id,line,error_code,error\r\n' +
        'A1,t,2,missing_column unclosed_quote,missing_column unique_request_id; unclosed_quote txn_id\r\n',
    );
    expect(issuesCsv(validateText('', batchSync), describeIssue)).to.equal(
      'line,error_code,error\r\n,empty_file,empty_file\r\n',
    );
  });

  it('keeps cells that are too many, and fills up rows that are too short', () => {
    const report = rows('A1,t,r,x\nA2\n');
    const { restored } = again(issuesCsv(report, describeIssue));
    expect(cellsOf(restored)).to.deep.equal([
      ['A1', 't', 'r', 'x'],
      ['A2', '', ''],
    ]);
  });

  it('takes the place of an earlier list', () => {
    const first = issuesCsv(rows('A 1,t,r\n'), describeIssue);
    const second = issuesCsv(validateText(first, batchSync), describeIssue);
    expect(second.split('\r\n')[0]).to.equal(header.trim());
    expect(second.split('\r\n')[1].startsWith('A 1,t,r,2,')).to.equal(true);
  });

  it('is a header alone for a file without rows or faults to tell', () => {
    expect(issuesCsv(validateText(H, batchSync), describeIssue)).to.equal(`${header},,,,no_rows,no_rows\r\n`);
  });
});
