import { expect } from '@open-wc/testing';
import {
  batchFromWire,
  batchToWire,
  breakdownFromWire,
  breakdownToWire,
  capabilitiesFromWire,
  capabilitiesToWire,
  createInputFromWire,
  createRequestToWire,
  eventFromWire,
  lookupFromQuery,
  lookupToParams,
  pageFromWire,
  pageToWire,
  parseJson,
  problemFromWire,
  problemToWire,
  taskFromWire,
  taskQueryFromQuery,
  taskQueryToParams,
  taskToWire,
  viewFromQuery,
  viewToParams,
} from '../../src/adapter/wire.js';
import type { Breakdown, Capabilities } from '../../src/core/batch.js';
import { ProblemError } from '../../src/core/problem.js';
import { defaultTaskQuery, defaultView } from '../../src/core/view.js';
import type { View } from '../../src/core/view.js';
import { progressOf } from '../../src/core/status.js';
import { batch, task } from './fixtures.js';

const breakdown: Breakdown = {
  failures: [{ code: 'order_not_found', message: 'Order not found', count: 21 }],
  gateways: [{ name: 'PAYU', accepted: 400, failed: 29, queued: 0 }],
  externalSystems: [],
};
const capabilities: Capabilities = {
  permissions: { orders: 'readWrite' },
  makerChecker: false,
  limits: { maxRows: 1000, maxBytes: null },
  features: ['retry', 'teleport'],
  user: { id: 'u_7', name: 'Asha' },
  serverTime: '2026-10-01T09:30:00Z',
};
const page = { items: [task], next: 'n', prev: null, start: 1, total: 1, counts: { FAILED: 1 } };

function sent(wire: unknown): unknown {
  return parseJson(JSON.stringify(wire));
}

/** The member that could not be read, or `''` where all could. */
function unreadableMember(decode: (payload: unknown) => unknown, payload: unknown): string {
  try {
    decode(payload);
    return '';
  } catch (error) {
    expect(error).to.be.instanceOf(ProblemError).with.property('code', 'unreadable');
    return (error as ProblemError).detail!.replace('Missing or mistyped: ', '');
  }
}

describe('What the backend sends', () => {
  const payloads: [name: string, decode: (payload: unknown) => unknown, wire: object, optional: string[]][] = [
    ['batch', batchFromWire, batchToWire(batch), ['history', 'preview', 'allowed_actions']],
    ['task', taskFromWire, taskToWire(task), []],
    ['page', payload => pageFromWire(payload, taskFromWire), pageToWire(page, taskToWire), ['counts']],
    ['breakdown', breakdownFromWire, breakdownToWire(breakdown), []],
    ['capabilities', capabilitiesFromWire, capabilitiesToWire(capabilities), ['features']],
  ];
  for (const [name, decode, wire, optional] of payloads) {
    for (const member of Object.keys(wire)) {
      it(`makes a ${name} unreadable where ${member} is mistyped, and says so`, () => {
        const value: unknown = wire[member as keyof typeof wire];
        const wrong = Array.isArray(value) ? { wrong: null } : [{ wrong: null }];
        expect(unreadableMember(decode, sent({ ...wire, [member]: wrong }))).to.contain(`${name}.${member}`);
      });

      const needed = !optional.includes(member);
      it(`${needed ? 'makes it unreadable' : 'minds nothing'} where a ${name} has no ${member}`, () => {
        const rest: Record<string, unknown> = { ...wire };
        delete rest[member];
        expect(unreadableMember(decode, sent(rest))).to.equal(needed ? `${name}.${member}` : '');
      });
    }

    for (const nonsense of [null, 'text', 7, true, [], {}]) {
      it(`does not take ${JSON.stringify(nonsense)} for a ${name}`, () => {
        expect(unreadableMember(decode, nonsense)).to.match(new RegExp(`^${name}`));
      });
    }

    it(`takes no missing member of a ${name} from an extended Object.prototype`, () => {
      const polluted = Object.prototype as unknown as Record<string, unknown>;
      const names = Object.keys(wire).filter(member => !(member in polluted));
      for (const member of names) polluted[member] = (wire as Record<string, unknown>)[member];
      try {
        const decoded = decode(
          sent(Object.fromEntries(Object.entries(wire).filter(([key]) => !optional.includes(key)))),
        );
        for (const member of optional) {
          const camel = member.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
          expect(Object.hasOwn(decoded as object, camel)).to.equal(false);
        }
        expect(unreadableMember(decode, sent({}))).to.not.equal('');
      } finally {
        for (const member of names) delete polluted[member];
      }
    });
  }

  it('ignores members that it does not know', () => {
    const wire = { ...batchToWire(batch), surprise: { deep: [1] }, constructor: 1 };
    expect(batchFromWire(sent(wire))).to.deep.equal(batch);
  });

  it('keeps a status that it does not know, as text', () => {
    expect(batchFromWire(sent({ ...batchToWire(batch), status: 'ON_HOLD' })).status).to.equal('ON_HOLD');
    expect(taskFromWire(sent({ ...taskToWire(task), status: '' })).status).to.equal('');
  });

  it('keeps counts beyond the total, which are bounded where they are shown', () => {
    const wire = { ...batchToWire(batch), total_tasks: 10, tasks: { accepted: 900, failed: -3, queued: 0.5 } };
    const read = batchFromWire(sent(wire));
    expect(read.tasks).to.deep.equal({ accepted: 900, failed: -3, queued: 0.5 });
    expect(progressOf(read)).to.deep.equal({ accepted: 10, failed: 0, done: 10, total: 10 });
  });

  it('leaves out the items of a page that it cannot read, and counts them', () => {
    const good = taskToWire(task);
    const wire = {
      ...pageToWire(page, taskToWire),
      data: [good, { ...good, row: '17' }, null, { ...good, id: 't_18' }],
    };
    const read = pageFromWire(sent(wire), taskFromWire);
    expect(read.items.map(({ id }) => id)).to.deep.equal(['t_17', 't_18']);
    expect(read.unreadable).to.equal(2);
  });

  const times: [sent: string, read: string | null][] = [
    ['2026-10-01T09:30:00Z', '2026-10-01T09:30:00Z'],
    ['2026-10-01T09:30:00.123456Z', '2026-10-01T09:30:00.123456Z'],
    ['2026-10-01T15:00:00+05:30', '2026-10-01T09:30:00.000Z'],
    ['2026-10-01T09:30:00', null],
    ['2026-02-30T09:30:00Z', null],
    ['yesterday', null],
    ['', null],
  ];
  for (const [given, read] of times) {
    it(read ? `reads the time ${given} as ${read}` : `does not take ${JSON.stringify(given)} for a time`, () => {
      const wire = sent({ ...taskToWire(task), created_at: given });
      if (read) expect(taskFromWire(wire).createdAt).to.equal(read);
      else expect(unreadableMember(taskFromWire, wire)).to.equal('task.created_at');
    });
  }

  it('reads cells by any name, without harm', () => {
    const text = JSON.stringify(taskToWire(task)).replace('"txn_id"', '"__proto__"');
    const { values } = taskFromWire(parseJson(text));
    expect(Object.getPrototypeOf(values)).to.equal(null);
    expect(values['order_id']).to.equal('ORD_17');
    expect(values['toString']).to.equal(undefined);
  });

  it('closes the doors where it does not know the right', () => {
    const wire = sent({ ...capabilitiesToWire(capabilities), permissions: { orders: 'owner' } });
    expect(unreadableMember(capabilitiesFromWire, wire)).to.equal('capabilities.permissions.orders');
  });

  it('shows a checker no more rows of a preview than the contract says', () => {
    const wire = { ...batchToWire(batch), preview: Array.from({ length: 500 }, () => ['ORD_1', '', '']) };
    expect(batchFromWire(sent(wire)).preview).to.have.length(20);
  });
});

describe('An event', () => {
  it('is a snapshot with its id', () => {
    const data = JSON.stringify(batchToWire(batch));
    expect(eventFromWire({ id: '7', event: 'batch.updated', data })).to.deep.equal({
      type: 'batch.updated',
      id: '7',
      batch,
    });
  });

  it('that cannot be read asks to read everything again', () => {
    for (const data of ['{"id":', '{}', 'null']) {
      expect(eventFromWire({ id: '8', event: 'batch.created', data })).to.deep.equal({ type: 'resync', id: '8' });
    }
  });

  it('of a name that is not known is a sign of life', () => {
    expect(eventFromWire({ event: 'batch.sneezed', data: 'x' })).to.deep.equal({ type: 'heartbeat', id: null });
    expect(eventFromWire({ data: '' })).to.deep.equal({ type: 'heartbeat', id: null });
  });
});

describe('What goes there and back', () => {
  it('is the same batch, task, page, breakdown, capabilities', () => {
    expect(batchFromWire(sent(batchToWire(batch)))).to.deep.equal(batch);
    expect(taskFromWire(sent(taskToWire(task)))).to.deep.equal(task);
    expect(pageFromWire(sent(pageToWire(page, taskToWire)), taskFromWire)).to.deep.equal(page);
    expect(breakdownFromWire(sent(breakdownToWire(breakdown)))).to.deep.equal(breakdown);
    expect(capabilitiesFromWire(sent(capabilitiesToWire(capabilities)))).to.deep.equal(capabilities);
  });

  it('is the same upload', () => {
    const file = new Blob(['order_id\r\n']);
    const input = {
      file,
      fileName: 'a.csv',
      description: null,
      syncWithGateway: false,
      client: { rows: 3, rowsSha256: null, acceptedWarnings: ['repeated_request_id'], acceptDuplicate: true },
    };
    expect(createInputFromWire(sent(createRequestToWire(input)), file, 'a.csv')).to.deep.equal(input);
  });

  it('is the same problem', () => {
    const problem = new ProblemError({
      code: 'duplicate_batch',
      status: 409,
      title: 'Sent before',
      detail: 'These rows were sent before.',
      requestId: 'req_9',
      issues: [{ code: 'empty_value', severity: 'warning', row: 17, line: 18, column: 'order_id', params: { n: 1 } }],
      batchId: 'bs_0',
    });
    const read = problemFromWire(sent(problemToWire(problem)), { status: 409, requestId: null, retryAfter: null });
    expect({ ...read }).to.deep.equal({ ...problem });
  });

  const views: [query: string, view: Partial<View>][] = [
    ['limit=20&sort=-created_at', {}],
    ['limit=20&sort=file_name', { sort: 'fileName' }],
    ['limit=20&sort=-total_tasks', { sort: '-totalTasks' }],
    ['limit=20&sort=-created_at&q=o%26x+y&match_case=true', { search: 'o&x y' }],
    ['limit=20&sort=-created_at&q=O&match_case=false', { search: 'O', matchCase: false }],
    ['limit=50&cursor=c%2F1&sort=-created_at', { pageSize: 50, cursor: 'c/1' }],
    ['limit=20&sort=-created_at&status=FAILED&status=QUEUED', { statuses: ['FAILED', 'QUEUED'] }],
    [
      'limit=20&sort=-created_at&created_from=2026-10-01T00%3A00%3A00Z&created_to=2026-10-02T00%3A00%3A00Z',
      { createdFrom: '2026-10-01T00:00:00Z', createdTo: '2026-10-02T00:00:00Z' },
    ],
  ];
  for (const [query, change] of views) {
    it(`is the same view: ${query}`, () => {
      const view = { ...defaultView, ...change };
      expect(viewToParams(view).toString()).to.equal(query);
      expect(viewFromQuery(new URLSearchParams(query))).to.deep.equal(view);
    });
  }

  it('is a view within bounds, whatever was asked', () => {
    expect(viewToParams({ ...defaultView, pageSize: 5000 }).get('limit')).to.equal('200');
    const query = new URLSearchParams('limit=-4&sort=-password');
    expect(viewFromQuery(query)).to.deep.equal({ ...defaultView, pageSize: 1 });
    expect(viewFromQuery(new URLSearchParams('limit=many')).pageSize).to.equal(20);
  });

  it('is the same question for tasks', () => {
    const all = { status: 'FAILED', errorCode: 'e', gateway: 'PAYU', q: 'ORD', sort: '-row', cursor: 'c', limit: 1000 };
    const query = 'limit=1000&cursor=c&status=FAILED&error_code=e&gateway=PAYU&q=ORD&sort=-row';
    expect(taskQueryToParams(all).toString()).to.equal(query);
    expect(taskQueryFromQuery(new URLSearchParams(query))).to.deep.equal(all);
    expect(taskQueryToParams(defaultTaskQuery).toString()).to.equal('limit=50');
    expect(taskQueryFromQuery(new URLSearchParams())).to.deep.equal(defaultTaskQuery);
  });

  it('is the same look-up', () => {
    for (const by of [{ idempotencyKey: 'k 1' }, { rowsSha256: 'ab' }]) {
      expect(lookupFromQuery(new URLSearchParams(lookupToParams(by).toString()))).to.deep.equal(by);
    }
    expect(lookupFromQuery(new URLSearchParams('limit=20'))).to.equal(null);
  });
});
