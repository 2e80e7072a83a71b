import { expect } from '@open-wc/testing';
import { createBackend, createFetch, createMemoryAdapter } from '../../mocks/index.js';
import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';
import { createRestAdapter } from '../../src/adapter/rest.js';
import { checkAdapter, checkBaseUrl, checks } from '../../src/conformance/index.js';
import type { CheckResult } from '../../src/conformance/index.js';
import { brokenChecks, checkDirect, checkHttp, findingsText } from './conformance-support.js';
import { answer, json, problem } from './fixtures.js';

const skipped = ({ results }: { results: readonly CheckResult[] }) =>
  results.flatMap(({ verdict, check }) => (verdict === 'skipped' ? [check] : []));

const aboutHttp = [
  'success-status',
  'json',
  'utc-times',
  'problems',
  'list-limit-bound',
  'create-same-content',
  'create-key-missing',
];
const aboutApproval = ['approval-pending', 'approval-own', 'approval-approve', 'approval-reject'];

describe('Conformance kit', function () {
  this.timeout(30_000);

  describe('at a backend that keeps the contract', () => {
    it('finds nothing over HTTP', async () => {
      const report = await checkHttp();
      expect(report.findings, findingsText(report)).to.deep.equal([]);
      expect(report).to.include({ ok: true, fault: null });
      // More than 200 batches and an account without rights are what this backend has not.
      expect(skipped(report)).to.have.members([
        ...['list-limit-bound', 'rights-none', 'rejections', 'events-leave'],
        ...aboutApproval,
      ]);
      expect(report.results.map(({ check }) => check)).to.deep.equal(checks.map(({ check }) => check));
    });

    it('finds nothing through the direct adapter', async () => {
      const report = await checkDirect();
      expect(report.findings, findingsText(report)).to.deep.equal([]);
      expect(skipped(report)).to.have.members(['rights-none', ...aboutHttp, ...aboutApproval]);
    });

    it('finds nothing through the adapter of the elements', async () => {
      // What it would fetch when it is wanted is there: the clock of the checks waits for nothing else than they do.
      await Promise.all([import('../../src/adapter/events.js'), import('../../src/adapter/upload.js')]);
      const report = await checkDirect({
        change: (_, { engine }, session) => {
          const { handle, basePath } = createBackend({ engine, session });
          return createRestAdapter({ baseUrl: basePath, fetch: createFetch(handle) });
        },
      });
      expect(report.findings, findingsText(report)).to.deep.equal([]);
      expect(skipped(report)).to.have.members(['rights-none', ...aboutHttp, ...aboutApproval]);
    });

    it('finds nothing where every batch waits for a checker', async () => {
      for (const report of [await checkHttp({ makerChecker: true }), await checkDirect({ makerChecker: true })]) {
        expect(report.findings, findingsText(report)).to.deep.equal([]);
        expect(skipped(report).filter(check => [...aboutApproval, 'retry'].includes(check))).to.deep.equal([]);
      }
    });

    it('finds nothing among more batches than fit on a page', async () => {
      const report = await checkHttp({
        engine: { batches: 250, meanRows: 5 },
        options: { only: ['reads'], allowWrites: false },
      });
      expect(report.findings, findingsText(report)).to.deep.equal([]);
      expect(skipped(report)).to.not.include('list-limit-bound');
    });

    it('finds nothing at an account without any right, and asks for nothing more', async () => {
      const report = await checkDirect({
        change: (_, { engine }) => createMemoryAdapter({ engine, session: { permission: 'none' } }),
      });
      expect(report.findings, findingsText(report)).to.deep.equal([]);
      expect(report.results.find(({ check }) => check === 'rights-none')?.verdict).to.equal('kept');
      expect(report.madeBatches).to.deep.equal([]);
    });

    it('says which batches it made, and the token of none of its accounts', async () => {
      const report = await checkHttp({ options: { only: ['create', 'create-details'] } });
      expect(report.madeBatches).to.have.length(2);
      expect(JSON.stringify(report)).to.not.include('token-of-');
    });
  });

  describe('without leave to make batches', () => {
    it('sends no write at all, and says of each check why it was skipped', async () => {
      const report = await checkHttp({ options: { allowWrites: false } });
      expect(report.findings, findingsText(report)).to.deep.equal([]);
      expect(report.requests.filter(request => !request.startsWith('GET '))).to.deep.equal([]);
      expect(report.madeBatches).to.deep.equal([]);
      const writes = report.results.filter(({ group }) => group === 'writes');
      expect(writes.every(({ verdict, reason }) => verdict === 'skipped' && /not allowed/.test(reason ?? ''))).to.equal(
        true,
      );
      const reads = report.results.filter(({ group, verdict }) => group === 'reads' && verdict === 'kept');
      expect(reads.length).to.be.greaterThan(30);
    });

    it('skips what an empty backend cannot show', async () => {
      const report = await checkHttp({ engine: { batches: 0 }, options: { allowWrites: false, only: ['reads'] } });
      expect(report.findings, findingsText(report)).to.deep.equal([]);
      expect(skipped(report)).to.include.members(['list-pages', 'tasks-all', 'batch-read']);
      expect(report.results.find(({ check }) => check === 'list-pages')?.reason).to.equal(
        'it needs 2 batches, and there are 0',
      );
    });
  });

  it('runs what was asked for, by group or by name, and watches every answer', async () => {
    const watching = checks.filter(({ group }) => group === 'answers').length;
    const one = await checkHttp({ options: { only: ['create-same-key'] } });
    expect(one.results.length).to.equal(watching + 1);
    const group = await checkHttp({ options: { only: ['events'] } });
    expect(group.results.length).to.equal(watching + checks.filter(each => each.group === 'events').length);
  });

  it('tells of each check as it ends', async () => {
    const told: CheckResult[] = [];
    const report = await checkDirect({ options: { onResult: result => told.push(result) } });
    expect(told).to.deep.equal(report.results);
  });

  it('ends when it is told to: what is left is skipped', async () => {
    const ending = new AbortController();
    const report = await checkDirect({
      options: { signal: ending.signal, onResult: ({ check }) => check === 'list-pages' && ending.abort() },
    });
    expect(brokenChecks(report)).to.deep.equal([]);
    const reasons = report.results.filter(({ check }) => check.startsWith('tasks-')).map(({ reason }) => reason);
    expect(new Set(reasons)).to.deep.equal(new Set(['the run was ended']));
  });

  it('takes order ids that the backend knows', async () => {
    let text = '';
    await checkDirect({
      change: adapter => ({
        ...adapter,
        async createBatch(input, ctx) {
          text ||= await input.file.text();
          return adapter.createBatch(input, ctx);
        },
      }),
      options: { orderIds: ['KNOWN_1', 'KNOWN_1', 'KNOWN_2'], only: ['create-same-key'] },
    });
    expect(
      text
        .split('\r\n')
        .slice(1, 3)
        .map(line => line.split(',')[0]),
    ).to.deep.equal(['KNOWN_1', 'KNOWN_2']);
  });

  describe('where there is nothing to check', () => {
    const nobody: [string, Parameters<typeof checkBaseUrl>, object][] = [
      ['an address that is none', ['ftp://example.test/x'], { code: 'invalid_base_url' }],
      ['an address with a password', ['http://a:b@example.test/x'], { code: 'invalid_base_url' }],
      ['nobody answers', ['/x', { fetch: () => Promise.reject(new TypeError('Failed')) }], { code: 'network' }],
      [
        'an answer that never comes',
        ['/x', { fetch: () => new Promise<never>(() => undefined), timeout: 20 }],
        { code: 'timeout' },
      ],
      [
        'an answer that never ends',
        ['/x', { fetch: async () => new Response(new ReadableStream()), timeout: 20 }],
        { code: 'timeout' },
      ],
      [
        'a token that is refused',
        ['/x', { fetch: async () => problem(401) }],
        { status: 401, code: 'session_expired' },
      ],
      ['another address', ['/x', { fetch: async () => answer('Nothing', { status: 404 }) }], { status: 404 }],
    ];
    for (const [name, [address, options], fault] of nobody) {
      it(`says so: ${name}`, async () => {
        const report = await checkBaseUrl(address, options);
        expect(report.fault).to.include(fault);
        expect(report).to.deep.include({ ok: false, findings: [], results: [] });
      });
    }
  });

  describe('never rejects, and finds something', () => {
    const page = { data: [], page: { next: null, prev: null, start: null, total: null } };
    const servers: [string, () => Response][] = [
      ['HTML for everything', () => answer('<html>', { headers: { 'Content-Type': 'text/html' } })],
      ['an empty object for everything', () => json({})],
      ['null for everything', () => json(null)],
      ['the same page for everything', () => json(page)],
      ['a redirect for everything', () => answer('', { status: 307, headers: { Location: '/elsewhere' } })],
      ['an error for everything', () => answer('Oops', { status: 500 })],
      ['no content for everything', () => new Response(null, { status: 204 })],
      ['JSON that was cut off', () => answer('{"data":[{"id"', { headers: { 'Content-Type': 'application/json' } })],
    ];
    for (const [name, reply] of servers) {
      it(`over HTTP: ${name}`, async () => {
        const report = await checkBaseUrl('/x', {
          allowWrites: true,
          fetch: async () => reply(),
          pause: async () => undefined,
        });
        expect(report.fault).to.equal(null);
        expect(report.findings).to.not.be.empty;
      });
    }

    const throwing = () => {
      throw new Error('No');
    };
    const adapters: [string, Record<string, unknown>][] = [
      [
        'methods that throw',
        { listBatches: throwing, getBatch: throwing, listTasks: throwing, createBatch: throwing, subscribe: throwing },
      ],
      ['methods that answer nothing', { listBatches: () => undefined, getBatch: async () => undefined }],
      ['no methods', {}],
      [
        'answers that are something else',
        {
          listBatches: async () => [],
          getBatch: async () => 'x',
          listTasks: async () => null,
          createBatch: async () => ({}),
        },
      ],
    ];
    for (const [name, adapter] of adapters) {
      it(`through an adapter: ${name}`, async () => {
        const report = await checkAdapter(adapter as unknown as BatchSyncAdapter, {
          allowWrites: true,
          pause: async () => undefined,
        });
        expect(report.findings).to.not.be.empty;
      });
    }
  });

  it('never repeats a secret that the server sent back', async () => {
    const report = await checkBaseUrl('/x', {
      token: 'very-secret',
      headers: { 'X-Session': 'session=secret-too' },
      fetch: createFetch(async request => {
        const { headers } = request;
        const detail = `Bad ${headers.get('authorization')} and ${headers.get('x-session')}`;
        return problem(400, { code: 'bad', title: detail, detail, request_id: detail }, { 'X-Request-Id': detail });
      }),
    });
    expect(report.findings).to.not.be.empty;
    const text = JSON.stringify(report);
    expect(text).to.include('•••');
    expect(text).to.not.match(/very-secret|secret-too/);
  });

  it('waits where it is asked to, and goes on', async () => {
    let refusals = 0;
    const waits: number[] = [];
    const report = await checkHttp({
      intercept: next => request => {
        if (++refusals % 3 !== 1) return next(request);
        return Promise.resolve(
          problem(429, { title: 'Slowly', code: 'rate_limited', request_id: null }, { 'Retry-After': '2' }),
        );
      },
      options: {
        only: ['list-pages', 'batch-read'],
        allowWrites: false,
        pause: async milliseconds => void waits.push(milliseconds),
      },
    });
    expect(report.findings, findingsText(report)).to.deep.equal([]);
    expect(waits).to.include(2000);
  });
});
