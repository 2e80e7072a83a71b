import { expect } from '@open-wc/testing';
import { batchSync } from '../../src/core/batch-sync.js';
import { validateText } from '../../src/core/index.js';
import type { Issue } from '../../src/core/issue.js';
import { ProblemError } from '../../src/core/problem.js';
import { previewOf } from '../../src/state/change-preview.js';
import { fixesOf } from '../../src/state/fixes.js';
import { lacksHeader } from '../../src/state/header-line.js';
import { inputOf, shipmentOf } from '../../src/state/shipment.js';
import * as step from '../../src/state/upload-steps.js';
import { isAccepted, offerOf } from '../../src/state/upload-offer.js';
import { amended, reviewOf, undone } from '../../src/state/upload-review.js';
import type { Review } from '../../src/state/upload-review.js';
import { aBatch } from './doubles.js';

const choices = { description: null, syncWithGateway: false, acceptDuplicate: false };

function reviewed(rows: readonly string[], maxRows = 1000, header = 'order_id,txn_id,unique_request_id'): Review {
  const definition = { ...batchSync, limits: { ...batchSync.limits, maxRows } };
  const text = [header, ...rows].join('\n');
  return reviewOf(new File([text], 'october.csv'), validateText(text, definition, { fileName: 'october.csv' }));
}

function sent(review: Review): step.Sending {
  return step.send(review, shipmentOf(offerOf(review, 'valid-only')!, choices));
}

function refusedFor(review: Review, ...issues: readonly Issue[]): step.Failed {
  return step.fail(sent(review), new ProblemError({ code: 'csv_validation', status: 422, issues }), 0);
}

const rowsOf = ({ report }: Review) => report.records.map(({ row }) => row);
const placesOf = ({ findings }: Review) => findings.issues.map(({ row, code }) => `${row} ${code}`);

describe('a file under review', () => {
  it('is as it was after as many undos as there were changes', () => {
    const review = reviewed([' ORD_1,,', 'ORD_2,,', 'ORD_2,,', ',,']);
    const changes = [
      { kind: 'repair', repairs: ['trim_cells'] },
      { kind: 'remove', rows: [3] },
      { kind: 'edit', row: 4, column: 'order_id', value: 'ORD_4' },
    ] as const;
    const changed = changes.reduce(amended, review);
    expect(changed.findings.errors).to.equal(0);
    expect(rowsOf(changed)).to.deep.equal([1, 2, 4]);
    expect(undone(undone(undone(changed)))).to.equal(review);
    expect(undone(review)).to.equal(review);
  });

  it('asks again for warnings that are others than those that were accepted', () => {
    const review = { ...reviewed(['ORD_1, T,', 'ORD_2, T,']), warningsAccepted: true };
    const same = amended(review, { kind: 'edit', row: 1, column: 'unique_request_id', value: 'R' });
    expect(same.warningsAccepted).to.equal(true);
    const fewer = amended(review, { kind: 'edit', row: 1, column: 'txn_id', value: 'T' });
    expect(fewer.warningsAccepted).to.equal(false);
    expect(undone(fewer).warningsAccepted).to.equal(true);
  });

  const policies: readonly [what: string, rows: readonly string[], offered: number | null][] = [
    ['sound rows', ['ORD_1,,', 'ORD_2,,'], 2],
    ['a row with an error', ['ORD_1,,', 'ORD 2,,'], 1],
    ['a duplicate, of which the first stays', ['ORD_1,,', 'ORD_1,,'], 1],
    ['a short row', ['ORD_1,,', 'ORD_2,'], 1],
    ['rows with errors alone', ['ORD 1,,', ',,'], null],
  ];
  for (const [what, rows, offered] of policies) {
    it(`offers the valid rows alone of a file with ${what}`, () => {
      const review = reviewed(rows);
      const offer = offerOf(review, 'valid-only');
      expect(offer?.rows ?? null).to.equal(offered);
      expect(offer?.leftOut).to.equal(offered === null ? undefined : rows.length - offered);
      expect(offer?.parts.every(({ ok }) => ok) ?? true).to.equal(true);
      expect(offerOf(review, 'ask')?.rows ?? null).to.equal(offered);
      expect(offerOf(review, 'block')?.rows ?? null).to.equal(offered === rows.length ? offered : null);
    });
  }

  it('offers nothing of a file whose header or length is wrong', () => {
    expect(offerOf(reviewed(['T,ORD_1,'], 1000, 'txn_id,order_id,unique_request_id'), 'valid-only')).to.equal(null);
    expect(offerOf(reviewed(['ORD_1,,', 'ORD_2,,'], 1), 'valid-only')).to.equal(null);
  });

  it('asks for the warnings of what is sent, and not of what is left out', () => {
    const review = reviewed(['ORD_1,,', 'ORD 2, T,']);
    expect(isAccepted(review, offerOf(review, 'valid-only')!)).to.equal(true);
    const doubtful = reviewed(['ORD_1, T,', 'ORD 2,,']);
    expect(isAccepted(doubtful, offerOf(doubtful, 'valid-only')!)).to.equal(false);
  });
});

describe('fixes', () => {
  const offered: readonly [what: string, review: Review, names: readonly string[]][] = [
    ['nothing for a sound file', reviewed(['ORD_1,,']), []],
    ['one repair alone', reviewed([' ORD_1,,']), ['trim_cells']],
    ['all of several at once', reviewed([' ORD_1,,', 'ORD_2,']), ['all', 'pad_cells', 'trim_cells']],
    ['removal of duplicates', reviewed(['ORD_1,,', 'ORD_1,,']), ['duplicates']],
    ['removal of all rows with errors', reviewed(['ORD_1,,', 'ORD_1,,', ',,']), ['duplicates', 'errors']],
    ['nothing that leaves nothing', reviewed([',,', 'ORD 2,,']), []],
    ['a split', reviewed(['ORD_1,,', 'ORD_2,,', 'ORD_3,,'], 1), ['split']],
    ['blank lines to be dropped, urged on nobody', reviewed(['ORD_1,,', '', 'ORD_2,,']), ['drop_blank_lines']],
  ];
  for (const [what, review, names] of offered) {
    it(`offer ${what}`, () => expect(fixesOf(review).map(({ name }) => name)).to.deep.equal(names));
  }

  it('count what they mend', () => {
    const review = reviewed([' ORD_1,,', 'ORD_2 ,,', 'ORD_3,,', 'ORD_3,,', 'ORD_4,,'], 2);
    expect(fixesOf(review).map(({ name, count }) => `${name} ${count}`)).to.deep.equal([
      'trim_cells 2',
      'split 3',
      'errors 2',
    ]);
  });

  it('mend all at once what one repair brings to light for another', () => {
    const review = reviewed(['T1; ORD_1;', 'T2;ORD_2;R'], 1000, 'txn_id;Order ID;unique_request_id');
    const [all] = fixesOf(review);
    expect(all.name).to.equal('all');
    const preview = previewOf(review, all.change);
    expect(preview).to.deep.include({ errors: 0, changedRows: 2 });
    expect(preview.header?.after).to.deep.equal(['order_id', 'txn_id', 'unique_request_id']);
    expect(preview.rows[0]?.after).to.deep.equal(['ORD_1', 'T1', '']);
    expect(amended(review, all.change).report.ok).to.equal(true);
  });

  it('show which rows go', () => {
    const review = reviewed(['ORD_1,,', 'ORD_1,T,']);
    const { rows, changedRows, header } = previewOf(review, { kind: 'remove', rows: [2] });
    expect({ changedRows, header }).to.deep.equal({ changedRows: 1, header: null });
    expect(rows).to.deep.equal([{ row: 2, line: 3, before: ['ORD_1', 'T', ''], after: null }]);
  });
});

describe('a file in parts', () => {
  const rows = ['ORD_1,,', 'ORD_2,,', ' ORD_3,,', 'ORD_4,,', 'ORD_5,,'];
  const split = () => amended(reviewed(rows, 2), { kind: 'split' });

  it('is looked at as one: rows keep their numbers, and what is wrong in any part is found', () => {
    const review = split();
    expect(review.parts.map(({ fileName }) => fileName)).to.deep.equal([
      'october_part_1_of_3.csv',
      'october_part_2_of_3.csv',
      'october_part_3_of_3.csv',
    ]);
    expect(review.report).to.deep.include({ fileName: 'october.csv', rowCount: 5 });
    expect(rowsOf(review)).to.deep.equal([1, 2, 3, 4, 5]);
    expect(placesOf(review)).to.deep.equal(['3 surrounding_space']);
    expect(fixesOf(review).map(({ name }) => name)).to.deep.equal(['trim_cells', 'errors']);
    expect(offerOf(review, 'block')).to.equal(null);
  });

  it('is changed like one', () => {
    const edited = amended(split(), { kind: 'edit', row: 3, column: 'order_id', value: 'ORD_3' });
    expect(offerOf(edited, 'block')?.parts).to.have.length(3);
    expect(undone(edited).findings.errors).to.equal(1);
    const repaired = amended(split(), { kind: 'repair', repairs: ['trim_cells'] });
    expect(repaired.findings.errors).to.equal(0);
    const shorter = amended(split(), { kind: 'remove', rows: [5] });
    expect(shorter.parts).to.have.length(2);
    expect(shorter.report.rowCount).to.equal(4);
  });

  it('says once what is wrong with the header that all parts share', () => {
    const review = reviewed(['ORD_1,,', 'ORD_2,,'], 1, 'order_id,txn_id,request_id');
    expect(amended(review, { kind: 'split' }).findings.errors).to.equal(1);
  });

  it('warns of values that come back in another part, and says so with the part that repeats them', () => {
    const given = ['ORD_1,T1,R1', 'ORD_2,,', 'ORD_1,T2,', 'ORD_4,,R1', 'ORD_5,,', 'ORD_1,T1,'];
    const review = amended(reviewed(given, 2), { kind: 'split' });
    expect(placesOf(review)).to.deep.equal(['3 duplicate_value', '4 repeated_request_id', '6 duplicate_value']);
    expect(review.findings.issues.at(2)).to.deep.include({ severity: 'warning', params: { first: 1, firstLine: 2 } });
    expect(review.findings.errors).to.equal(0);
    const offer = offerOf(review, 'block')!;
    expect(isAccepted(review, offer)).to.equal(false);
    expect(shipmentOf(offer, choices).intentions.map(({ acceptedWarnings }) => acceptedWarnings)).to.deep.equal([
      [],
      ['duplicate_value', 'repeated_request_id'],
      ['duplicate_value'],
    ]);
    const fewer = amended(review, { kind: 'edit', row: 1, column: 'order_id', value: 'ORD_9' });
    expect(placesOf(fewer)).to.deep.equal(['4 repeated_request_id', '6 duplicate_value']);
    expect(placesOf(amended(review, { kind: 'remove', rows: [3, 4, 6] }))).to.deep.equal([]);
  });

  it('warns of an order that comes back in another part only with its transaction, where that is the rule', () => {
    const given = ['ORD_1,T1,', 'ORD_2,,', 'ORD_1,T2,', 'ORD_1,T1,'];
    const definition = { ...batchSync, duplicates: 'by-transaction' as const, limits: { maxRows: 2, maxBytes: 1000 } };
    const text = ['order_id,txn_id,unique_request_id', ...given].join('\n');
    const review = reviewOf(new File([text], 'october.csv'), validateText(text, definition));
    expect(placesOf(amended(review, { kind: 'split' }))).to.deep.equal(['4 duplicate_value']);
  });

  it('leaves what is wrong inside one part to that part', () => {
    const review = amended(reviewed(['ORD_1,,', 'ORD_1,,', 'ORD_3,,'], 2), { kind: 'split' });
    expect(review.findings.issues.map(({ row, severity }) => `${row} ${severity}`)).to.deep.equal(['2 error']);
  });

  it('keeps what is left where a part fails for good, and forgets what was sent', () => {
    const review = amended(split(), { kind: 'repair', repairs: ['trim_cells'] });
    const first = step.arrive(sent(review), aBatch({ id: 'bs_1' }));
    const issues: readonly Issue[] = [{ code: 'order_closed', severity: 'error', row: 2, column: 'order_id' }];
    const failed = step.fail(first, new ProblemError({ code: 'csv_validation', status: 422, issues }), 0);
    expect(failed.findings.issues.at(0)).to.deep.include({ row: 4, line: 5 });
    const left = step.revise(failed);
    expect(rowsOf(left)).to.deep.equal([3, 4, 5]);
    expect(left.sent.map(({ id }) => id)).to.deep.equal(['bs_1']);
    expect(undone(left)).to.equal(left);
    expect(placesOf(left)).to.deep.equal(['4 order_closed']);
  });
});

describe('rows without their header line', () => {
  const pasted = (text: string, definition = batchSync, name = 'pasted.csv') =>
    reviewOf(new File([text], name), validateText(text, definition, { fileName: name }));

  const given: readonly [what: string, review: Review, lacks: boolean][] = [
    ['rows of as many cells as there are columns', pasted('ORD_1,T,R\nORD_2,,'), true],
    ['one row', pasted('ORD_1,,'), true],
    ['rows of a spreadsheet', pasted('ORD_1\tT\t\r\nORD_2\t\t\r\n'), true],
    ['rows divided by semicolons', pasted('ORD_1;T;R'), true],
    ['their header', pasted('order_id,txn_id,unique_request_id\nORD_1,,'), false],
    ['another spelling of the header', pasted('Order ID,Txn,Request\nORD_1,,'), false],
    ['a part of the header', pasted('order_id,b,c,d\nORD_1,,'), false],
    ['more cells', pasted('ORD_1,,,\nORD_2,,,'), false],
    ['fewer cells', pasted('ORD_1,\nORD_2,'), false],
    ['a file that is kept elsewhere, whose lines have numbers', pasted('ORD_1,,', batchSync, 'october.csv'), false],
    ['optional columns that may be missing', pasted('ORD_1,,', { ...batchSync, headerPolicy: 'flexible' }), true],
  ];
  for (const [what, review, lacks] of given) {
    it(`${lacks ? 'are' : 'are not'} ${what}`, () => expect(lacksHeader(review)).to.equal(lacks));
  }

  it('get it, and are what is judged and sent, until that is undone', async () => {
    const review = pasted('ORD_1,T,\nORD 2,,\n');
    const headed = amended(review, { kind: 'header' });
    expect(placesOf(headed)).to.deep.equal(['2 invalid_value']);
    expect(lacksHeader(headed)).to.equal(false);
    const fixed = amended(headed, { kind: 'remove', rows: [2] });
    const { intentions } = shipmentOf(offerOf(fixed, 'block')!, choices);
    const { file } = await inputOf(intentions[0]!, review.file);
    expect(await file.text()).to.equal('order_id,txn_id,unique_request_id\r\nORD_1,T,\r\n');
    expect(undone(undone(fixed))).to.equal(review);
  });

  it('get it divided as they are: what else is wrong is said then', () => {
    const headed = amended(pasted('ORD_1\tT\tR\n'), { kind: 'header' });
    expect(placesOf(headed)).to.deep.equal(['undefined wrong_delimiter']);
    const read = amended(headed, { kind: 'repair', repairs: ['convert_delimiter'] });
    expect(read.report.ok).to.equal(true);
    expect(read.report.records.at(0)?.cells).to.deep.equal(['ORD_1', 'T', 'R']);
  });

  it('get it after what divides them was mended just as well', () => {
    const read = amended(pasted('ORD_1\tT\tR\nORD_2\t\t\n'), { kind: 'repair', repairs: ['convert_delimiter'] });
    expect(lacksHeader(read)).to.equal(true);
    const headed = amended(read, { kind: 'header' });
    expect(headed.report.ok).to.equal(true);
    expect(headed.report.records.map(({ cells }) => cells)).to.deep.equal([
      ['ORD_1', 'T', 'R'],
      ['ORD_2', '', ''],
    ]);
    expect(lacksHeader(amended(read, { kind: 'remove', rows: [1] })), 'a row is gone').to.equal(false);
  });
});

describe('what the server found', () => {
  const closed: Issue = { code: 'order_closed', severity: 'error', row: 2, line: 3, column: 'order_id' };

  it('is said of the row in the file, though rows before it were removed', () => {
    const review = amended(reviewed(['ORD 1,,', 'ORD_2,,', 'ORD_3,,']), { kind: 'remove', rows: [1] });
    const repeats: Issue = { code: 'duplicate_value', severity: 'error', row: 2, line: 3, params: { first: 1 } };
    const failed = refusedFor(review, repeats);
    expect(failed.findings.issues.at(0)).to.deep.include({ row: 3, line: 4, params: { first: 2, firstLine: 3 } });
  });

  it('stands until its row is changed', () => {
    const review = reviewed(['ORD_1,,', 'ORD_2,,']);
    const failed = refusedFor(review, closed, { code: 'too_busy', severity: 'error' });
    const elsewhere = step.amend(failed, { kind: 'edit', row: 1, column: 'txn_id', value: 'T' });
    expect(placesOf(elsewhere)).to.deep.equal(['2 order_closed']);
    expect(offerOf(elsewhere, 'block')).to.equal(null);
    const fixed = step.amend(elsewhere, { kind: 'edit', row: 2, column: 'order_id', value: 'ORD_9' });
    expect(fixed.findings.errors).to.equal(0);
    expect(step.undo(fixed).findings.errors).to.equal(1);
  });

  it('goes with its row', () => {
    const failed = refusedFor(reviewed(['ORD_1,,', 'ORD_2,,']), closed);
    expect(step.amend(failed, { kind: 'remove', rows: [2] }).findings.errors).to.equal(0);
  });

  it('stands among ours in the order of the file', () => {
    const review = { ...reviewed(['ORD_1, T,', 'ORD_2,,', 'ORD_3, T,']), warningsAccepted: true };
    expect(placesOf(step.revise(refusedFor(review, closed)))).to.deep.equal([
      '1 surrounding_space',
      '2 order_closed',
      '3 surrounding_space',
    ]);
  });
});

describe('rows that were left out', () => {
  it('can be gone on with after the others were sent', () => {
    const review = reviewed(['ORD_1,,', 'ORD 2,,', 'ORD_3,,']);
    const done = step.arrive(sent(review), aBatch({ id: 'bs_1' }));
    const rest = step.resume(done);
    expect(rowsOf(rest)).to.deep.equal([2]);
    expect(rest.sent.map(({ id }) => id)).to.deep.equal(['bs_1']);
    expect(rest.findings.errors).to.equal(1);
  });

  it('are none where all were sent', () => {
    const done = step.arrive(sent(reviewed(['ORD_1,,'])), aBatch());
    expect(() => step.resume(done)).to.throw('No row was left out');
  });
});
