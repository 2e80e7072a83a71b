import { expect } from '@open-wc/testing';
import Papa from 'papaparse';
import { batchSync } from '../../src/core/batch-sync.js';
import type { Task } from '../../src/core/batch.js';
import type { BatchDefinition } from '../../src/core/definition.js';
import { exportCsv, neutralise, undoNeutralise } from '../../src/core/export.js';
import { loadCorpus } from '../support/corpus.js';

const corpus = await loadCorpus();

const headers = [
  'S.No',
  'Order ID',
  'Transaction ID',
  'Unique Request ID',
  'Sync Status',
  'External System Response',
  'Gateway Sync Status',
  'Task Status',
  'Error Message',
  'Created At',
  'Updated At',
];

function taskOf(change: Partial<Task> = {}): Task {
  return {
    id: 't_1',
    batchId: 'bs_1',
    row: 1,
    values: { order_id: 'ORD_1', txn_id: 'TXN_1', unique_request_id: 'REQ_1' },
    status: 'ACCEPTED',
    syncStatus: 'SYNCED',
    externalSystem: 'OMS',
    externalResponse: 'ok',
    gateway: null,
    gatewaySyncStatus: null,
    error: null,
    createdAt: '2026-10-01T09:30:00Z',
    updatedAt: '2026-10-01T09:31:00Z',
    ...change,
  };
}

function definitionOf(value: (task: Task, serial: number) => string): BatchDefinition {
  return { ...batchSync, exportColumns: [{ header: 'Value', value }] };
}

function parse(text: string): string[][] {
  return Papa.parse<string[]>(text.slice(0, -2), { delimiter: ',', newline: '\r\n' }).data;
}

describe('exportCsv', () => {
  it('rejects, and makes no file, when the tasks end with a failure', async () => {
    async function* cut() {
      yield taskOf();
      await Promise.resolve();
      throw new Error('page 2 failed');
    }
    const error = await exportCsv(cut(), batchSync).catch((reason: unknown) => reason);
    expect(error).to.be.an('error').with.property('message', 'page 2 failed');
  });

  it('makes the same file of tasks that come one by one and of pages of them', async () => {
    const ids = ['1', '2', '3', '4', '5'];
    async function* pages() {
      yield ids.slice(0, 2).map(id => taskOf({ id }));
      yield taskOf({ id: '3' });
      yield [];
      yield await Promise.resolve(ids.slice(3).map(id => taskOf({ id })));
    }
    const shape = definitionOf(({ id }, serial) => `${serial}: ${id}`);
    const one = await exportCsv(
      ids.map(id => taskOf({ id })),
      shape,
    );
    expect(await (await exportCsv(pages(), shape)).text()).to.equal(await one.text());
  });

  it('rejects with the reason of the signal, and asks for no more tasks', async () => {
    const controller = new AbortController();
    let given = 0;
    let closed = false;
    function* endless() {
      try {
        for (;;) {
          given++;
          if (given === 10) controller.abort(new Error('left'));
          yield taskOf();
        }
      } finally {
        closed = true;
      }
    }
    const error = await exportCsv(endless(), batchSync, { signal: controller.signal }).catch(
      (reason: unknown) => reason,
    );
    expect(error).to.have.property('message', 'left');
    expect(given).to.equal(10);
    expect(closed).to.equal(true);
  });

  it('rejects when the signal aborted after the last task', async () => {
    const controller = new AbortController();
    function* last() {
      yield taskOf();
      controller.abort(new Error('left'));
    }
    const error = await exportCsv(last(), batchSync, { signal: controller.signal }).catch((reason: unknown) => reason);
    expect(error).to.have.property('message', 'left');
  });

  it('is a header where there is no task', async () => {
    const file = await exportCsv([], batchSync);
    expect(await file.text()).to.equal(`${headers.join(',')}\r\n`);
    expect(file.type).to.equal('text/csv;charset=utf-8');
  });

  it('has a record per task, in order, numbered from 1, ended by CRLF', async () => {
    const failed = taskOf({
      values: { order_id: 'ORD_2', txn_id: '' },
      status: 'FAILED',
      syncStatus: 'REJECTED',
      externalResponse: 'order not found, "gone"\nsince May',
      gatewaySyncStatus: 'FAILED',
      error: { code: 'order_not_found', message: 'Order not found' },
    });
    const text = await (await exportCsv([taskOf(), failed], batchSync)).text();
    expect(text).to.equal(
      [
        headers.join(','),
        '1,ORD_1,TXN_1,REQ_1,SYNCED,ok,,ACCEPTED,,2026-10-01T09:30:00Z,2026-10-01T09:31:00Z',
        '2,ORD_2,,,REJECTED,"order not found, ""gone""\nsince May",FAILED,FAILED,Order not found,2026-10-01T09:30:00Z,2026-10-01T09:31:00Z',
        '',
      ].join('\r\n'),
    );
  });

  it('keeps a lone empty cell from being a blank line', async () => {
    const text = await (
      await exportCsv(
        [taskOf()],
        definitionOf(() => ''),
      )
    ).text();
    expect(text).to.equal('Value\r\n""\r\n');
  });

  it('leaves cells as they are on request', async () => {
    const definition = definitionOf(() => '=1+1');
    expect(await (await exportCsv([taskOf()], definition)).text()).to.equal("Value\r\n'=1+1\r\n");
    expect(await (await exportCsv([taskOf()], definition, { raw: true })).text()).to.equal('Value\r\n=1+1\r\n');
  });

  it('lets the page work in between, and loses no task over it', async () => {
    const count = 100_000;
    function* many() {
      for (let row = 1; row <= count; row++) yield taskOf({ row, values: { order_id: `-${row}-` } });
    }
    let turns = 0;
    let working = true;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      turns++;
      if (working) port2.postMessage(null);
      else port1.close();
    };
    port2.postMessage(null);
    const rows = parse(await (await exportCsv(many(), batchSync)).text());
    working = false;
    expect(turns).to.be.greaterThan(5);
    expect(rows.length).to.equal(count + 1);
    expect(rows[count]?.slice(0, 2)).to.deep.equal([String(count), `'-${count}-`]);
  });
});

describe('neutralise', () => {
  const table: [cell: string, written: string][] = [
    ['', ''],
    ['ORD_1', 'ORD_1'],
    ['1-1', '1-1'],
    ['a=b', 'a=b'],
    ['=1+1', "'=1+1"],
    ['+1+1', "'+1+1"],
    ['-1-1', "'-1-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\rx', "'\rx"],
    ['\0x', "'\0x"],
    ['  =1', "'  =1"],
    ['\n=1', "'\n=1"],
    ['\u00A0@x', "'\u00A0@x"],
    ['-100', '-100'],
    ['+1.50', '+1.50'],
    ['-', "'-"],
    ['-1e5', "'-1e5"],
    ["'quoted", "''quoted"],
    ["''", "'''"],
    ["'=1", "''=1"],
  ];
  for (const [cell, written] of table) {
    it(`writes ${JSON.stringify(cell)} as ${JSON.stringify(written)}, and back`, () => {
      expect(neutralise(cell)).to.equal(written);
      expect(undoNeutralise(written)).to.equal(cell);
    });
  }

  it('takes away the apostrophe that somebody else put before a number', () => {
    expect(undoNeutralise("'-100")).to.equal('-100');
  });

  it('keeps an apostrophe that is no export’s', () => {
    for (const cell of ["'s-Hertogenbosch", "'007", "'"]) expect(undoNeutralise(cell)).to.equal(cell);
  });
});

describe('The corpus of values to export', () => {
  before(function skipWithout() {
    if (corpus) return;
    console.log('Skipped: there is no corpus beside the project (../shared/corpus).');
    this.skip();
  });

  it('is neutralised where it must be, and not where it must not', () => {
    const wrong = corpus!.exportCases.filter(
      ({ value, neutralise: expected }) =>
        expected !== 'either' && neutralise(value) !== (expected === 'yes' ? `'${value}` : value),
    );
    expect(wrong).to.deep.equal([]);
    expect(corpus!.exportCases.length).to.be.greaterThan(500);
  });

  it('survives: parsed again, with the apostrophes taken away, every field is as it was', async () => {
    const given = corpus!.exportTasks;
    const tasks = given.map(each =>
      taskOf({
        values: { order_id: each.orderId, txn_id: each.txnId, unique_request_id: each.uniqueRequestId },
        status: each.taskStatus,
        syncStatus: each.syncStatus,
        externalResponse: each.externalSystemResponse,
        gatewaySyncStatus: each.gatewaySyncStatus,
        error: { code: 'any', message: each.errorMessage },
        createdAt: each.createdAt,
        updatedAt: each.updatedAt,
      }),
    );
    const [header, ...rows] = parse(await (await exportCsv(tasks, batchSync)).text());
    expect(header).to.deep.equal(headers);
    const expected = given.map((each, index) => [
      String(index + 1),
      each.orderId,
      each.txnId,
      each.uniqueRequestId,
      each.syncStatus,
      each.externalSystemResponse,
      each.gatewaySyncStatus,
      each.taskStatus,
      each.errorMessage,
      each.createdAt,
      each.updatedAt,
    ]);
    expect(rows.map(cells => cells.map(undoNeutralise))).to.deep.equal(expected);
  });
});
