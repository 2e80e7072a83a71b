import { expect } from '@open-wc/testing';
import type { TelemetryEvent } from '../../src/adapter/context.js';
import type { Batch } from '../../src/core/batch.js';
import { ProblemError } from '../../src/core/problem.js';
import { aBatch, anAnswer, settle, someCapabilities } from '../state/doubles.js';
import { DetailBackend, DetailPage, anEndedBatch } from '../support/detail-page.js';

const yes = { confirm: () => true };

describe('detail: what a person does to a batch', () => {
  it('asks with counts before a gateway sync, sends it once, and tells', async () => {
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend);
    await page.press('Sync with Gateway');
    await page.until(() => page.question !== null, 'the question');
    expect(page.question).to.contain('8 tasks of “october.csv”');
    await page.answer(true);
    await page.until(() => page.told('batch-sync-gateway-synced').length === 1, 'the end');
    expect(backend.count('syncWithGateway')).to.equal(1);
    expect(page.told('batch-sync-gateway-sync')).to.have.length(1);
    expect(page.notices.join()).to.contain('Gateway sync of “october.csv” has started.');
  });

  it('sends once, however often the button is pressed', async () => {
    const answer = anAnswer<Batch>();
    let sent = 0;
    const backend = new DetailBackend({
      syncWithGateway: () => {
        sent += 1;
        return answer.promise;
      },
    });
    const page = await DetailPage.open(backend, { config: yes });
    const button = page.control('Sync with Gateway');
    button.click();
    button.click();
    await page.until(() => sent > 0, 'the request');
    button.click();
    await settle();
    expect(sent).to.equal(1);
    expect(page.isBlocked('Sync with Gateway')).to.equal(true);
    answer.resolve(backend.batch);
    await page.until(() => !page.isBlocked('Sync with Gateway'), 'the end');
  });

  it('sends nothing when the person or the host says no', async () => {
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend);
    await page.press('Sync with Gateway');
    await page.answer(false);
    await settle();
    expect(page.told('batch-sync-gateway-sync')).to.have.length(0);
    page.element.addEventListener('batch-sync-gateway-sync', event => event.preventDefault());
    await page.press('Sync with Gateway');
    await page.answer(true);
    await settle();
    expect(backend.count('syncWithGateway')).to.equal(0);
    expect(page.told('batch-sync-gateway-synced')).to.have.length(0);
  });

  it('says why there can be no gateway sync while the batch is in work, and does nothing', async () => {
    const backend = new DetailBackend();
    backend.batch = anEndedBatch({ status: 'PROCESSING', allowedActions: ['cancel'] });
    const page = await DetailPage.open(backend);
    const button = page.control('Sync with Gateway');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(button.getAttribute('aria-description')).to.equal('Available when the batch has been processed');
    button.focus();
    await page.press('Sync with Gateway');
    expect(page.question).to.equal(null);
    expect(page.focused === button, 'and keeps the focus').to.equal(true);
  });

  for (const status of ['PENDING_APPROVAL', 'APPROVAL_REJECTED', 'CANCELED', 'SOMETHING_NEW']) {
    it(`offers no gateway sync for ${status}`, async () => {
      const backend = new DetailBackend();
      backend.batch = anEndedBatch({ status, allowedActions: [] });
      const page = await DetailPage.open(backend);
      expect(page.has('Sync with Gateway')).to.equal(false);
    });
  }

  it('offers nothing that writes without the right, with `readonly`, or while rights are not known', async () => {
    const writes = /^(Sync with|Retry \d|Cancel)/;
    const reader = new DetailBackend();
    reader.capabilities = someCapabilities({ permissions: { orders: 'read' } });
    expect((await DetailPage.open(reader)).has(writes)).to.equal(false);
    const readonly = await DetailPage.open(new DetailBackend(), { prepare: element => (element.readonly = true) });
    expect(readonly.has(writes)).to.equal(false);

    let fails = true;
    const backend = new DetailBackend({
      capabilities: () =>
        fails
          ? Promise.reject(new ProblemError({ code: 'unavailable', status: 503 }))
          : Promise.resolve(backend.capabilities),
    });
    const page = await DetailPage.open(backend);
    expect(page.has(writes)).to.equal(false);
    expect(page.has('Download Data')).to.equal(true);
    expect(page.notices.join()).to.contain('shown read only');
    expect(page.told('batch-sync-error').map(({ action }) => action)).to.deep.equal(['capabilities']);
    fails = false;
    await page.press('Retry');
    await page.until(() => page.find(writes), 'the rights');
    expect(page.notices).to.deep.equal([]);
  });

  it('keeps one key for one intention until the server has answered it', async () => {
    const keys: string[] = [];
    const problems = [
      new ProblemError({ code: 'network' }),
      new ProblemError({ code: 'server_error', status: 500, requestId: 'req_1' }),
      new ProblemError({ code: 'not_allowed', status: 422, title: 'Not this one' }),
    ];
    const backend = new DetailBackend({
      syncWithGateway: async (_id, { idempotencyKey }) => {
        keys.push(idempotencyKey);
        const problem = problems.shift();
        if (problem) throw problem;
        return backend.batch;
      },
    });
    const page = await DetailPage.open(backend, { config: yes });
    await page.press('Sync with Gateway');
    await page.until(() => page.notices.length === 1, 'the first failure');
    expect(page.notices[0]).to.contain('could not be started').and.contain('nothing happens twice');
    await page.press('Retry');
    await page.until(() => page.notices.join().includes('req_1'), 'the second failure');
    await page.press('Sync with Gateway');
    await page.until(() => page.notices.join().includes('Not this one'), 'the refusal');
    await page.press('Retry');
    await page.until(() => page.told('batch-sync-gateway-synced').length === 1, 'the end');
    expect(keys[1]).to.equal(keys[0]);
    expect(keys[2], 'another press, the same intention').to.equal(keys[0]);
    expect(keys[3], 'a new one after a refusal').to.not.equal(keys[0]);
    expect(page.told('batch-sync-error').map(({ problem }) => problem.code)).to.deep.equal([
      'network',
      'server_error',
      'not_allowed',
    ]);
  });

  it('takes another press for another intention when the batch has changed since', async () => {
    const keys: string[] = [];
    const backend = new DetailBackend({
      syncWithGateway: async (_id, { idempotencyKey }) => {
        keys.push(idempotencyKey);
        throw new ProblemError({ code: 'network' });
      },
    });
    const page = await DetailPage.open(backend, { config: yes });
    await page.press('Sync with Gateway');
    await page.until(() => keys.length === 1 && page.notices.length === 1, 'the first failure');
    backend.push({ version: 2, gatewaySync: { state: 'done', by: null, at: null } });
    await page.until(() => page.facts['Gateway sync'] === 'Done', 'what became of it');
    await page.press('Sync with Gateway');
    await page.until(() => keys.length === 2, 'the second request');
    expect(keys[1]).to.not.equal(keys[0]);
  });

  it('asks no host for a batch that the person has left while a question of the host’s was open', async () => {
    const answer = anAnswer<boolean>();
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend, { config: { confirm: () => answer.promise } });
    await page.press('Sync with Gateway');
    page.element.batchId = 'bs_2';
    await page.until(() => page.facts['Batch ID'] === 'bs_2', 'the other batch');
    answer.resolve(true);
    await settle();
    expect(page.told('batch-sync-gateway-sync')).to.have.length(0);
    expect(backend.count('syncWithGateway')).to.equal(0);
  });

  it('shows a sync that somebody else began as running, not as a failure', async () => {
    const backend = new DetailBackend({
      syncWithGateway: async () => {
        const by = { id: 'u_2', name: 'Rohan' };
        backend.batch = anEndedBatch({ version: 2, gatewaySync: { state: 'running', by, at: '2026-10-01T10:00:00Z' } });
        throw new ProblemError({ code: 'conflict', status: 409 });
      },
    });
    const page = await DetailPage.open(backend, { config: yes });
    await page.press('Sync with Gateway');
    await page.until(() => page.facts['Gateway sync']!.startsWith('Running · Rohan, '), 'the running sync');
    await page.until(() => page.notices.length === 0, 'no failure');
    expect(page.isBlocked('Sync with Gateway')).to.equal(true);
  });

  it('asks for the rights again when the server refuses, and takes the buttons away', async () => {
    const backend = new DetailBackend({
      syncWithGateway: async () => {
        backend.capabilities = someCapabilities({ permissions: { orders: 'read' } });
        throw new ProblemError({ code: 'forbidden', status: 403 });
      },
    });
    const page = await DetailPage.open(backend, { config: yes });
    await page.press('Sync with Gateway');
    await page.until(() => page.find('Sync with Gateway') === undefined, 'the button gone');
    expect(page.text).to.contain('You don’t have the rights for this.');
  });

  it('sends the rejected tasks again as a new batch, and leads to it', async () => {
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend);
    await page.press('Retry 2 rejected');
    await page.until(() => page.question !== null, 'the question');
    expect(page.question).to.contain('2 rejected tasks of “october.csv”');
    await page.answer(true);
    await page.until(() => page.told('batch-sync-retried').length === 1, 'the end');
    expect(page.told('batch-sync-retried')[0]).to.deep.include({ parentId: 'bs_1' });
    await page.press('View new batch');
    expect(page.told('batch-sync-open')).to.deep.equal([{ id: 'bs_2', batch: null }]);
    await page.until(() => page.facts['Batch ID'] === 'bs_2', 'the new batch');
    expect(page.notices, 'nothing of the other batch').to.deep.equal([]);
  });

  it('leaves the way to a child to a host that prevents it, and to a link', async () => {
    const backend = new DetailBackend();
    backend.batch = anEndedBatch({ childIds: ['bs_2'], parentId: 'bs_0' });
    const page = await DetailPage.open(backend, {
      config: { linkTo: target => (target.kind === 'batch' ? `/batch/${target.id}` : 'javascript:alert(1)') },
    });
    expect(page.control('bs_0').getAttribute('href')).to.equal('/batch/bs_0');
    expect(page.has('All batches'), 'no link to a script').to.equal(false);
    page.element.addEventListener('batch-sync-open', event => event.preventDefault());
    const press = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    page.control('bs_2').dispatchEvent(press);
    expect(press.defaultPrevented).to.equal(true);
    expect(page.element.batchId).to.equal('bs_1');
  });

  it('cancels a batch in work, with the number of tasks that will not be sent', async () => {
    const backend = new DetailBackend();
    const tasks = { accepted: 4, failed: 0, queued: 6 };
    backend.batch = anEndedBatch({ status: 'PROCESSING', allowedActions: ['cancel'], tasks });
    const page = await DetailPage.open(backend);
    await page.press('Cancel batch');
    await page.until(() => page.question !== null, 'the question');
    expect(page.question).to.contain('6 tasks are still queued and will not be sent');
    await page.answer(true);
    await page.until(() => page.told('batch-sync-canceled').length === 1, 'the end');
    expect(backend.count('cancelBatch')).to.equal(1);
  });

  it('takes nothing of a question to the next batch', async () => {
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend);
    await page.press('Sync with Gateway');
    await page.until(() => page.question !== null, 'the question');
    page.element.batchId = 'bs_2';
    await page.until(() => page.facts['Batch ID'] === 'bs_2' && page.question === null, 'the other batch');
    expect(backend.count('syncWithGateway')).to.equal(0);
  });

  it('tells of what was done also when another batch is on screen by then', async () => {
    const answer = anAnswer<Batch>();
    const backend = new DetailBackend({ syncWithGateway: () => answer.promise });
    const page = await DetailPage.open(backend, { config: yes });
    await page.press('Sync with Gateway');
    await page.until(() => page.isBlocked('Sync with Gateway'), 'the request');
    page.element.batchId = 'bs_2';
    await page.until(() => page.facts['Batch ID'] === 'bs_2', 'the other batch');
    answer.resolve(aBatch({ id: 'bs_1', version: 2 }));
    await page.until(() => page.told('batch-sync-gateway-synced').length === 1, 'the event');
    expect(page.facts['Batch ID']).to.equal('bs_2');
    expect(page.notices).to.deep.equal([]);
  });

  it('aborts what it sends when it is removed', async () => {
    let signal: AbortSignal | undefined;
    const backend = new DetailBackend({
      syncWithGateway: (_id, ctx) => {
        signal = ctx.signal;
        return new Promise((_, reject) =>
          ctx.signal.addEventListener('abort', () => reject(ctx.signal.reason as Error)),
        );
      },
    });
    const page = await DetailPage.open(backend, { config: yes });
    await page.press('Sync with Gateway');
    await page.until(() => signal, 'the request');
    page.element.remove();
    await settle();
    expect(signal!.aborted).to.equal(true);
    expect(page.told('batch-sync-error')).to.have.length(0);
  });

  it('puts the focus on the heading when a message that had it is dismissed', async () => {
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend, { config: yes });
    await page.press('Sync with Gateway');
    await page.until(() => page.notices.length === 1, 'the message');
    page.control('Close').focus();
    await page.press('Close');
    await page.until(() => page.notices.length === 0, 'the message gone');
    expect(page.focused === page.heading).to.equal(true);
  });
});

describe('detail: a batch that waits for approval', () => {
  function pending(change: Partial<Batch> = {}): DetailBackend {
    const backend = new DetailBackend();
    backend.batch = anEndedBatch({
      status: 'PENDING_APPROVAL',
      description: 'Refunds of October',
      startedAt: null,
      finishedAt: null,
      rowsSha256: 'ab12cd',
      acceptedWarnings: ['repeated_request_id', 'house_rule'],
      preview: [
        ['ORD_1', 'TXN_1', ''],
        ['ORD_2', '', 'REQ_2'],
      ],
      allowedActions: ['decide'],
      ...change,
    });
    return backend;
  }

  it('shows the checker what was uploaded, by whom, and what was accepted with it', async () => {
    const page = await DetailPage.open(pending());
    const panel = page.root.querySelector<HTMLElement>('.decision')!.innerText;
    for (const part of ['Refunds of October', 'Asha', '10', 'ab12cd', 'Repeated request ID', 'house_rule', 'REQ_2']) {
      expect(panel).to.contain(part);
    }
  });

  it('sends the decision with its comment, and tells', async () => {
    const backend = pending();
    const page = await DetailPage.open(backend);
    page.root.querySelector('textarea')!.value = ' Not these. ';
    await page.press('Reject');
    await page.until(() => page.told('batch-sync-decided').length === 1, 'the end');
    expect(backend.asked).to.include('decide reject "Not these."');
    expect(page.told('batch-sync-decide')[0]).to.deep.include({ decision: 'reject', comment: 'Not these.' });
  });

  it('takes no second decision while one is on its way, and says so', async () => {
    const backend = pending();
    backend.adapter.decide = () => new Promise(() => {});
    const page = await DetailPage.open(backend);
    await page.press('Approve');
    for (const name of ['Approve', 'Reject']) {
      await page.until(() => page.isBlocked(name), `${name} that waits`);
      expect(page.control(name).getAttribute('aria-description')).to.equal('Asking the server');
    }
    await page.press('Reject');
    expect(page.told('batch-sync-decide').length).to.equal(1);
  });

  it('keeps the comment when the decision could not be sent', async () => {
    const backend = pending();
    backend.adapter.decide = () => Promise.reject(new ProblemError({ code: 'network' }));
    const page = await DetailPage.open(backend);
    page.root.querySelector('textarea')!.value = 'Checked.';
    await page.press('Approve');
    await page.until(() => page.notices.join().includes('could not be sent'), 'the failure');
    expect(page.root.querySelector('textarea')!.value).to.equal('Checked.');
  });

  it('lets nobody decide on their own batch', async () => {
    const backend = pending({ createdBy: { id: 'u_1', name: 'Meera' } });
    const page = await DetailPage.open(backend);
    expect(page.has('Approve')).to.equal(false);
    expect(page.notices.join()).to.contain('somebody else has to approve it');
  });

  it('lets nobody decide where nobody says who they are, unless the server does', async () => {
    const unsaid = pending({ allowedActions: undefined! });
    unsaid.capabilities = someCapabilities({ user: null });
    expect((await DetailPage.open(unsaid)).has('Approve')).to.equal(false);
    const said = pending();
    said.capabilities = someCapabilities({ user: null });
    expect((await DetailPage.open(said)).has('Approve')).to.equal(true);
  });

  it('takes no word of a comment to the next batch that waits', async () => {
    const backend = pending();
    const page = await DetailPage.open(backend);
    page.root.querySelector('textarea')!.value = 'Not these.';
    page.element.batch = { ...backend.batch, id: 'bs_2' };
    await page.until(() => page.facts['Batch ID'] === 'bs_2' && page.has('Approve'), 'the other batch');
    expect(page.root.querySelector('textarea')!.value).to.equal('');
  });

  it('has the panel where its code comes late, and holds its place until then', async () => {
    const page = await DetailPage.begin(pending().adapter);
    await page.until(() => page.title === 'october.csv', 'the batch');
    expect(page.text, 'at once').to.contain('Waiting for your decision');
    await page.until(() => page.has('Approve'), 'the panel');
  });

  it('draws first rows that are none as far as it can', async () => {
    const page = await DetailPage.open(pending({ preview: [null, ['ORD_1'], 'x'] as unknown as string[][] }));
    await page.until(() => page.has('Approve'), 'the panel');
    expect(page.all('.preview tbody tr').map(row => row.innerText.replace(/\s+/g, ' ').trim())).to.deep.equal([
      '1 ORD_1 – –',
    ]);
  });

  it('shows who approved or rejected, when, and what they wrote', async () => {
    const backend = new DetailBackend();
    const by = { id: 'u_2', name: 'Rohan' };
    backend.batch = anEndedBatch({
      status: 'APPROVAL_REJECTED',
      approval: { state: 'rejected', by, at: '2026-10-01T10:00:00Z', comment: 'Not these.' },
    });
    const page = await DetailPage.open(backend);
    expect(page.facts['Approval']).to.match(/^Rejected by Rohan .*Not these\.$/);
    expect(page.text).to.contain('This batch was not approved, so no tasks were made of it.');
  });
});

describe('detail: telemetry', () => {
  it('tells of each act and of the end by name and counts, and nothing of a row or a person', async () => {
    const events: TelemetryEvent[] = [];
    const onEvent = (event: TelemetryEvent) => events.push(event);
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend, { config: { ...yes, onEvent } });
    await page.press('Sync with Gateway');
    await page.until(() => events.length === 1, 'the sync');
    await page.press('Retry 2 rejected');
    await page.until(() => events.length === 2, 'the retry');
    const counts = { accepted: 8, failed: 2, queued: 0 };
    expect(events).to.deep.equal([
      { name: 'gateway-synced', data: counts },
      { name: 'retried', data: counts },
    ]);

    const checker = new DetailBackend();
    const tasks = { accepted: 0, failed: 0, queued: 0 };
    checker.batch = anEndedBatch({ status: 'PENDING_APPROVAL', allowedActions: ['decide'], tasks });
    const panel = await DetailPage.open(checker, { config: { onEvent } });
    await panel.until(() => panel.has('Reject'), 'the panel');
    panel.root.querySelector('textarea')!.value = 'Not these.';
    await panel.press('Reject');
    await panel.until(() => events.length === 3, 'the decision');
    expect(events[2]).to.deep.equal({ name: 'decided', data: { decision: 'reject', ...tasks } });

    const moving = new DetailBackend();
    moving.batch = anEndedBatch({ status: 'PROCESSING', version: 1, finishedAt: null });
    const watched = await DetailPage.open(moving, { config: { onEvent } });
    await watched.until(() => moving.stream.connections.length > 0, 'the stream');
    moving.push({ version: 2, status: 'FAILED', tasks: { accepted: 0, failed: 10, queued: 0 } });
    await watched.until(() => events.length === 4, 'the end');
    expect(events[3]).to.deep.equal({ name: 'completed', data: { status: 'FAILED', accepted: 0, failed: 10 } });
  });

  it('survives a host whose telemetry throws', async () => {
    const page = await DetailPage.open(new DetailBackend(), {
      config: {
        ...yes,
        onEvent: () => {
          throw new Error('host');
        },
      },
    });
    await page.press('Sync with Gateway');
    await page.until(() => page.told('batch-sync-gateway-synced').length === 1, 'the end');
  });
});
