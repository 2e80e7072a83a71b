import { expect } from '@open-wc/testing';
import { createBackend, createFetch, scenarioNames } from '../../mocks/index.js';
import type { BackendOptions, ManualClock, ScenarioName } from '../../mocks/index.js';
import { createRestAdapter } from '../../src/adapter/rest.js';
import { defaultTaskQuery, defaultView } from '../../src/core/view.js';
import { rejection } from './fixtures.js';
import { csv, ctx, input, orderIds, upload, world, worldOf } from './mocks-support.js';

const root = 'https://mock.test/v1/batch-sync';

function http(options: BackendOptions = {}) {
  const { clock, engine } = world({ batches: 0, ...options });
  const backend = createBackend({ engine, ...options, clock });
  const send = createFetch(backend.handle);
  return {
    ...worldOf(backend.engine, clock),
    send,
    rest: createRestAdapter({ baseUrl: root, fetch: send }),
    get: (path: string) => send(`${root}${path}`),
  };
}

/** Lets time go on until `answer` is there. */
async function inTime<Answer>(clock: ManualClock, answer: Promise<Answer>): Promise<Answer> {
  let waits = true;
  const done = answer.finally(() => (waits = false));
  while (waits) {
    clock.advance(250);
    await new Promise(resolve => setTimeout(resolve));
  }
  return done;
}

/** What an answer is: its status, and how many batches it holds where it can be read. */
async function outcomeOf(answer: Promise<Response>): Promise<string> {
  try {
    const response = await answer;
    const text = await response.text();
    const retryAfter = response.headers.get('retry-after');
    const told = retryAfter === null ? `${response.status}` : `${response.status} after ${retryAfter}`;
    if (!response.ok) return told;
    const { data } = JSON.parse(text) as { data?: unknown[] };
    return `${told}: ${data?.length ?? 'accepted'}`;
  } catch (error) {
    return (error as Error).name;
  }
}

function uploadForm(): FormData {
  const form = new FormData();
  form.append('file', new Blob([csv(orderIds(3, 'SCENARIO'))]), 'orders.csv');
  const client = { rows: 3, rows_sha256: null, accepted_warnings: [], accept_duplicate: false };
  form.append('request', JSON.stringify({ sync_with_gateway: false, description: 'Three orders', client }));
  return form;
}

describe('mock backend: scenarios', () => {
  const list = (rest: ReturnType<typeof http>['rest']) => rest.listBatches(defaultView, ctx());

  /** The list, the list again, an upload, the same upload again; `stalled` and what is large have tests of their own. */
  const usual = ['200: 5', '200: 5', '202: accepted', '202: accepted'];
  const date = 'Mon, 12 Oct 2026 09:00:01 GMT';
  // prettier-ignore
  const outcomes: Partial<Record<ScenarioName, readonly string[]>> = {
    default: usual,
    one: ['200: 1', '200: 1', '202: accepted', '202: accepted'],
    empty: ['200: 0', '200: 0', '202: accepted', '202: accepted'],
    'maker-checker': usual,
    'read-only': ['200: 5', '200: 5', '403', '403'],
    'no-access': ['403', '403', '403', '403'],
    slow: usual,
    offline: ['TypeError', 'TypeError', 'TypeError', 'TypeError'],
    flaky: ['503', '503', '202: accepted', '202: accepted'],
    error: ['500', '500', '202: accepted', '202: accepted'],
    'unavailable-once': ['503 after 1', '200: 5', '503 after 1', '202: accepted'],
    'expired-once': ['401', '200: 5', '401', '202: accepted'],
    expired: ['401', '401', '401', '401'],
    forbidden: ['403', '403', '403', '403'],
    'not-found': usual,
    'rate-limited': ['429 after 1', '200: 5', '429 after 1', '202: accepted'],
    'rate-limited-date': [`429 after ${date}`, '200: 5', `429 after ${date}`, '202: accepted'],
    'rate-limited-nonsense': ['429 after soon', '200: 5', '429 after soon', '202: accepted'],
    html: ['SyntaxError', 'SyntaxError', '202: accepted', '202: accepted'],
    truncated: ['SyntaxError', 'SyntaxError', '202: accepted', '202: accepted'],
    'long-names': usual,
    odd: usual,
    endless: usual,
    'clock-ahead': usual,
    'clock-behind': usual,
    'lost-later': ['200: 5', 'TypeError', '202: accepted', '202: accepted'],
    'rights-unknown': usual,
    'acts-fail': usual,
    'acts-lost': usual,
    'acts-stalled': usual,
    'find-fails': usual,
    'find-stalled': usual,
    'no-find': usual,
    'tasks-fail': usual,
    'export-fails': usual,
    'export-stalls': usual,
    'too-large': ['200: 5', '200: 5', '413', '413'],
    'not-csv': ['200: 5', '200: 5', '415', '415'],
    'refused-rows': ['200: 5', '200: 5', '422', '422'],
    duplicate: ['200: 5', '200: 5', '409', '409'],
    running: usual,
    'session-ends': ['200: 5', '200: 5', '401', '401'],
    busy: ['200: 5', '200: 5', '503 after 90', '503 after 90'],
    'answer-lost': ['200: 5', '200: 5', 'SyntaxError', 'SyntaxError'],
    'no-look-up': usual,
    'cut-before': ['200: 5', '200: 5', 'TypeError', '202: accepted'],
    'cut-after': ['200: 5', '200: 5', 'TypeError', '202: accepted'],
    'delivered-twice': usual,
    'stream-cut': usual,
    'stream-silent': usual,
    'stream-disordered': usual,
    'stream-refused': usual,
  };

  for (const scenario of scenarioNames) {
    if (['stalled', 'stalled-later', 'many', 'many-tasks'].includes(scenario)) continue;
    it(`${scenario} answers by what it is named for`, async () => {
      const { send, clock } = http({ scenario, batches: 5 });
      const post = () =>
        send(`${root}/batches`, { method: 'POST', body: uploadForm(), headers: { 'Idempotency-Key': 'one' } });
      const seen: string[] = [];
      for (const ask of [() => send(`${root}/batches`), () => send(`${root}/batches`), post, post]) {
        seen.push(await inTime(clock, outcomeOf(ask())));
      }
      expect(seen).to.deep.equal(outcomes[scenario]);
    });
  }

  it('whatever befalls an upload, sending it again makes no second batch', async () => {
    const counted: Partial<Record<ScenarioName, number>> = {};
    const befalls = ['unavailable-once', 'expired-once', 'cut-before', 'cut-after', 'delivered-twice'] as const;
    for (const scenario of befalls) {
      const { send, as } = http({ scenario });
      for (let round = 0; round < 3; round++) {
        const headers = { 'Idempotency-Key': 'one' };
        await outcomeOf(send(`${root}/batches`, { method: 'POST', body: uploadForm(), headers }));
      }
      counted[scenario] = (await as().listBatches(defaultView, ctx())).total ?? -1;
    }
    expect(counted).to.deep.equal(Object.fromEntries(befalls.map(name => [name, 1])));
  });

  it('a stalled server answers nothing until one gives up', async () => {
    const { send } = http({ scenario: 'stalled' });
    const leave = new AbortController();
    const answer = outcomeOf(send(`${root}/batches`, { signal: leave.signal }));
    leave.abort();
    expect(await answer).to.equal('AbortError');
  });

  it('many is 10,000 batches', async () => {
    expect((await list(http({ scenario: 'many' }).rest)).total).to.equal(10_000);
  });

  it('many-tasks has a batch of that size, page by page', async () => {
    const { rest } = http({ scenario: 'many-tasks' });
    const { items } = await rest.listBatches({ ...defaultView, sort: '-totalTasks' }, ctx());
    expect(items[0]?.totalTasks).to.be.within(90_000, 100_000);
    const tasks = await rest.listTasks(items[0]?.id ?? '', { ...defaultTaskQuery, limit: 1000 }, ctx());
    expect(tasks.items).to.have.length(1000);
  });

  it('slow answers, but later', async () => {
    const { get, clock } = http({ scenario: 'slow', batches: 5 });
    let answered = false;
    const page = get('/batches').finally(() => (answered = true));
    clock.advance(2000);
    await Promise.resolve();
    expect(answered).to.equal(false);
    clock.advance(1000);
    expect((await page).status).to.equal(200);
  });

  it('work that never ends stands still on the way, also that of a new batch', async () => {
    const { rest, clock } = http({ scenario: 'endless', batches: 14 });
    const batch = await upload(rest, 100);
    clock.advance(3_600_000);
    const { items } = await list(rest);
    const working = items.filter(({ status }) => status === 'PROCESSING');
    expect(working.map(({ id }) => id)).to.include(batch.id);
    for (const { tasks, totalTasks } of working) {
      expect(tasks.accepted + tasks.failed).to.equal(Math.floor(totalTasks * 0.4));
    }
  });

  it('a clock that is wrong is wrong in all that the server says', async () => {
    const { rest, clock } = http({ scenario: 'clock-ahead' });
    const tomorrow = new Date(clock.now() + 86_400_000).toISOString();
    expect((await rest.capabilities(ctx())).serverTime).to.equal(tomorrow);
    expect((await upload(rest, 3)).createdAt).to.equal(tomorrow);
  });

  it('a status nobody knows leaves the rest of a batch as it is', async () => {
    const { rest, as } = http({ scenario: 'odd', batches: 5 });
    const page = await list(rest);
    expect(page.items.map(({ status }) => String(status))).to.include('AWAITING_AUDIT');
    const { items } = await as().listBatches(defaultView, ctx());
    expect(page.items.map(({ id, tasks }) => [id, tasks])).to.deep.equal(items.map(({ id, tasks }) => [id, tasks]));
  });

  it('a failing list has a request id to copy, and everything else works', async () => {
    const { rest, as, get } = http({ scenario: 'error', batches: 5 });
    const problem = (await (await get('/batches')).json()) as { request_id: string };
    expect(problem.request_id).to.match(/^req_/);
    const [first] = (await as().listBatches(defaultView, ctx())).items;
    expect((await rest.getBatch(first?.id ?? '', ctx())).id).to.equal(first?.id);
  });

  it('same rows sent before: the earlier batch is named, and one that was agreed to is taken', async () => {
    const { rest, as } = http({ scenario: 'duplicate', batches: 5 });
    const [newest] = (await as().listBatches(defaultView, ctx())).items;
    const refused = await rejection(rest.createBatch(input(csv(orderIds(3))), ctx()));
    expect(refused).to.include({ code: 'duplicate_batch', batchId: newest?.id });
    expect(await rest.createBatch(input(csv(orderIds(3)), {}, true), ctx())).to.include({ totalRecords: 3 });
  });

  it('rows refused by the server are located as the browser locates them', async () => {
    const { rest } = http({ scenario: 'refused-rows' });
    const refused = await rejection(rest.createBatch(input(csv(orderIds(3))), ctx()));
    expect(refused).to.have.nested.property('issues[1].line', 3);
  });

  it('hold together: maker-checker, on an empty and slow server', async () => {
    const { send, clock } = http({ scenario: ['slow', 'empty', 'maker-checker'] });
    const asked = Promise.all([send(`${root}/capabilities`), send(`${root}/batches`)]);
    clock.advance(2500);
    const [capabilities, batches] = await asked;
    expect(await capabilities.json()).to.include({ maker_checker: true });
    expect(((await batches.json()) as { data: unknown[] }).data).to.deep.equal([]);
  });

  it('give way to the session that is asked for', async () => {
    const { rest } = http({ scenario: 'maker-checker', session: { permission: 'read' } });
    expect(await rest.capabilities(ctx())).to.deep.include({ permissions: { orders: 'read' }, makerChecker: true });
  });

  it('share an engine with what came before, unless they bring data of their own', async () => {
    const { engine, rest } = http();
    await upload(rest, 3);
    const total = async (options: BackendOptions) => {
      const { handle } = createBackend({ engine, ...options });
      const other = createRestAdapter({ baseUrl: root, fetch: createFetch(handle) });
      return (await list(other)).total;
    };
    expect(await total({ scenario: 'read-only' })).to.equal(1);
    expect(await total({ scenario: 'empty' })).to.equal(0);
  });

  it('refuse an upload of 1001 rows as the contract says', async () => {
    const { rest } = http();
    const failure = await rejection(rest.createBatch(input(csv(orderIds(1001))), ctx()));
    expect(failure).to.have.nested.property('issues[0].code', 'row_limit_exceeded');
  });
});

describe('mock backend: scenarios of the live connection', () => {
  /** The text of a stream while a batch of ten tasks is sent and worked on; `null` at its end. */
  async function heard(scenario: ScenarioName): Promise<{ events: string[]; ended: boolean }> {
    const { get, rest, clock } = http({ scenario });
    const reader = (await get('/events')).body?.pipeThrough(new TextDecoderStream()).getReader();
    if (!reader) throw new Error('No stream');
    let text = '';
    let ended = false;
    const reading = (async () => {
      for (let part = await reader.read(); ; part = await reader.read()) {
        if (part.done) break;
        text += part.value;
      }
      ended = true;
    })();
    await upload(rest, 200);
    for (let second = 0; second < 6; second++) {
      clock.advance(1000);
      for (let turn = 0; turn < 20; turn++) await new Promise(resolve => setTimeout(resolve));
    }
    await reader.cancel();
    await reading;
    const events = text.split('\n\n').filter(Boolean);
    return { events: events.map(event => /^id: (\d+)$/m.exec(event)?.[1] ?? ''), ended };
  }

  it('cut: it ends by itself after a while', async () => {
    const { events, ended } = await heard('stream-cut');
    expect(ended).to.equal(true);
    expect(events.length).to.be.greaterThan(1);
  });

  it('silent: it is open, and nothing comes', async () => {
    expect((await heard('stream-silent')).events).to.deep.equal([]);
  });

  it('disordered: everything comes, some of it twice and late', async () => {
    const { events } = await heard('stream-disordered');
    expect(new Set(events).size).to.be.lessThan(events.length);
    expect(events).to.not.deep.equal(events.toSorted((a, b) => Number(a) - Number(b)));
  });

  it('refused: a problem in place of a stream', async () => {
    expect((await http({ scenario: 'stream-refused' }).get('/events')).status).to.equal(403);
  });
});
