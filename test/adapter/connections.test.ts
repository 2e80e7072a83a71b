import { expect } from '@open-wc/testing';
import type { ConnectionName } from '../../mocks/node.js';
import { createRestAdapter } from '../../src/adapter/rest.js';
import type { UploadProgress } from '../../src/adapter/adapter.js';
import { defaultView } from '../../src/core/view.js';
import { comes } from '../support/comes.js';
import { isFirefox } from '../support/engine.js';
import { HeldBackend } from '../support/mock-backend.js';
import { rejection, stopClock } from './fixtures.js';
import type { Clock } from './fixtures.js';
import { csv, ctx, input, orderIds } from './mocks-support.js';

// Over real connections to a real server, by the browser's own network stack. How often the browser repeats a request
// by itself is its own affair: it depends on how many of its connections are warm.

async function met(connection: ConnectionName) {
  const backend = await HeldBackend.create({ connection, batches: 0 });
  const rest = createRestAdapter({ baseUrl: backend.baseUrl });
  return {
    backend,
    rest,
    posts: async () => (await backend.requests()).filter(({ method }) => method === 'POST'),
    /** Batches that the server has. */
    made: () => backend.count(),
  };
}

const orders = input(csv(orderIds(1000)));

let held: Clock | null = null;

/** The page's timers stand still until the test is over. */
function hold(): Clock {
  return (held = stopClock());
}

afterEach(() => {
  held?.restore();
  held = null;
});

describe('An upload on a connection that fails', function () {
  this.timeout(20_000);

  for (const connection of ['reset-before', 'reset-after'] as const) {
    it(`is repeated by the browser itself, and is one batch: ${connection}`, async () => {
      const { rest, posts, made } = await met(connection);
      await rest.capabilities(ctx());
      const batch = await rest.createBatch(orders, ctx('intention'));
      expect(batch.totalRecords).to.equal(1000);
      const tries = await posts();
      expect(tries[0]?.warm, 'on a warm connection').to.equal(true);
      expect(tries.length, 'reached the server again').to.be.greaterThan(1);
      expect(new Set(tries.map(({ key }) => key))).to.deep.equal(new Set(['intention']));
      expect(await made()).to.equal(1);
    });
  }

  it('is found by its key where no answer ever comes through', async () => {
    const { rest, posts, made } = await met('reset-always');
    expect(await rejection(rest.createBatch(orders, ctx('intention')))).to.include({ code: 'outcome_unknown' });
    expect((await posts()).length).to.be.at.least(4);
    expect(await rest.findBatches({ idempotencyKey: 'intention' }, ctx())).to.have.length(1);
    expect(await made()).to.equal(1);
  });

  it('is of unknown outcome where it was led to another address, and was done there', async () => {
    const { rest, posts, made } = await met('moved');
    expect(await rejection(rest.createBatch(orders, ctx('intention')))).to.include({ code: 'outcome_unknown' });
    expect((await posts()).map(({ path }) => path.replace(/^.*\//, ''))).to.deep.equal(['batches', 'batches?moved']);
    expect(await rest.findBatches({ idempotencyKey: 'intention' }, ctx())).to.have.length(1);
    expect(await made()).to.equal(1);
  });

  it('says what the server said before it read the file', async () => {
    const { rest, posts, made } = await met('refused-unread');
    const large = input(csv(orderIds(1000, 'X'.repeat(4000))));
    const problem = await rejection(rest.createBatch(large, ctx()));
    expect(await made()).to.equal(0);
    if (isFirefox) {
      // It reads no answer before all is sent, and sends again by itself where it is cut off: nothing tells why.
      expect(problem).to.include({ code: 'outcome_unknown' });
      return;
    }
    expect(problem).to.include({ code: 'file_too_large', status: 413 });
    expect(await posts()).to.have.length(1);
  });

  it('tells how much is out on a slow line, and takes as long as it takes', async () => {
    const { backend, rest, made } = await met('upload-slow');
    const large = input(csv(orderIds(1000, 'X'.repeat(1400))));
    const told: UploadProgress[] = [];
    let ended = false;
    const sent = rest
      .createBatch(large, { ...ctx(), onProgress: each => told.push(each) })
      .finally(() => (ended = true));
    await comes(async () => {
      await backend.advance(2000);
      return ended || undefined;
    });
    expect((await sent).totalRecords).to.equal(1000);
    const loaded = told.map(each => each.loaded);
    // How often it is told depends on how much the system takes over at once.
    expect(loaded).to.deep.equal(loaded.toSorted((a, b) => a - b));
    expect(told.at(-1)?.loaded).to.equal(told.at(-1)?.total);
    expect(await made()).to.equal(1);
  });

  it('is given up after half a minute in which nobody reads on', async () => {
    const { rest, posts, made } = await met('upload-stops');
    const clock = hold();
    const outcome = rejection(rest.createBatch(orders, ctx('intention')));
    await comes(async () => (await posts())[0]);
    await clock.pass(29_000);
    expect((await posts())[0]?.open).to.equal(true);
    // The browser's word that all was handed over is a sign, and may have come at any time so far.
    await clock.pass(31_000);
    expect(await outcome).to.include({ code: 'outcome_unknown' });
    // That the page hung up only a server that reads would know.
    expect(await made()).to.equal(0);
  });
});

describe('A read on a connection that fails', function () {
  this.timeout(20_000);

  for (const connection of ['answer-cut', 'not-http'] as const) {
    it(`is tried four times, and the network's fault: ${connection}`, async () => {
      const { rest, backend } = await met(connection);
      const problem = await rejection(rest.listBatches(defaultView, ctx()));
      if (isFirefox && connection === 'not-http') {
        // It takes whatever comes for an answer of HTTP 0.9.
        expect(problem).to.include({ code: 'unreadable', status: 200, retryable: true });
        return;
      }
      expect(problem).to.include({ code: 'network', retryable: true });
      expect((await backend.requests()).length).to.be.at.least(4);
    });
  }
});

describe('An answer in parts, each in time', function () {
  this.timeout(20_000);

  it('is read to its end, though it takes almost a minute', async () => {
    const { backend } = await met('trickle');
    const clock = hold();
    let come = 0;
    const counted: typeof fetch = async (address, init) => {
      const { body, status, headers } = await fetch(address, init);
      come++;
      const counting = new TransformStream<Uint8Array, Uint8Array>({
        transform(part, controller) {
          come++;
          controller.enqueue(part);
        },
      });
      return new Response(body?.pipeThrough(counting), { status, headers });
    };
    const rest = createRestAdapter({ baseUrl: backend.baseUrl, fetch: counted });
    const reading = rest.listBatches(defaultView, ctx());
    await comes(async () => (await backend.requests())[0]);
    // The head, which Firefox tells of with the first part, then each third.
    for (const told of [isFirefox ? 0 : 1, 2, 3, 4]) {
      await clock.pass(14_000);
      await backend.advance(14_000);
      await comes(async () => {
        // Whoever has been told of a part has asked for the next.
        await backend.requests();
        return come >= told || undefined;
      });
    }
    expect((await reading).total).to.equal(0);
    expect(clock.passed).to.equal(56_000);
  });
});
