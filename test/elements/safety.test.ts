import { expect } from '@open-wc/testing';
import manifest from '../../custom-elements.json';
import type { Notice, TelemetryEvent } from '../../src/adapter/context.js';
import type { BatchSyncConfig } from '../../src/elements/config.js';
import '../../src/define/index.js';
import { fileOf, journey, JourneyPage } from '../support/journey-page.js';
import { HeldBackend } from '../support/mock-backend.js';
import { requestsDuring } from '../support/network.js';

/** What leaves the elements on a whole journey, other than by a request's headers and body. */
class Witness {
  readonly events: string[] = [];
  readonly told: (TelemetryEvent | Notice)[] = [];
  readonly #types = manifest.modules.flatMap(({ declarations }) =>
    (declarations as { events?: { name: string }[] }[]).flatMap(({ events = [] }) => events.map(({ name }) => name)),
  );

  readonly #note = (event: Event): void => {
    this.events.push(`${event.type} ${JSON.stringify((event as CustomEvent).detail)}`);
  };

  constructor() {
    localStorage.clear();
    sessionStorage.clear();
    for (const type of this.#types) document.addEventListener(type, this.#note);
  }

  leave(): void {
    for (const type of this.#types) document.removeEventListener(type, this.#note);
  }

  get kept(): string {
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]);
  }
}

const token = 'eyJhbGciOi.secret-of-the-session.x9';
/** Cells, of which nothing may be in an event, a log or a store. */
const cells = ['ORD-of-a-person', 'TXN-of-a-person', 'REQ-of-a-person'] as const;

function configOf({ told }: Witness, more: BatchSyncConfig = {}): BatchSyncConfig {
  return {
    getAccessToken: () => token,
    onEvent: event => void told.push(event),
    notify: notice => void told.push(notice),
    preferences: 'local',
    ...more,
  };
}

describe('what leaves the elements', () => {
  let witness: Witness;
  beforeEach(() => (witness = new Witness()));
  afterEach(() => witness.leave());

  journey('neither the token nor a cell, from the file to the download', async () => {
    const backend = await HeldBackend.create({ batches: 3 });
    const rows = [[...cells], ['ORD-2', 'TXN-2', ''], ['ORD-3', ' padded-of-a-person', '']];
    const page = JourneyPage.paste(backend.baseUrl);
    Object.assign(page.provider, { config: configOf(witness) });
    const requests = await requestsDuring(async () => {
      await page.until(() => page.table.element.status === 'ready', 'the first page of batches');
      await page.press(page.table.button('Create Batch Sync'));
      await page.until(() => page.upload.isOpen, 'the upload');
      await page.choose('Choose File', fileOf('orders.csv', rows));
      await page.untilReviewed();
      await page.press(page.upload.button('Trim spaces · 1'));
      await page.until(() => page.upload.button('Apply') !== null, 'what the fix would change');
      await page.press(page.upload.button('Apply'));
      await page.press(page.upload.send);
      await page.sent();
      await page.press(page.upload.button('View batch'));
      await page.untilOpened('orders.csv');
      await page.until(() => backend.advance(5000).then(() => page.detail.figures[2] === '0'), 'the end');
      await page.download();
    });

    expect(requests.length).to.be.greaterThan(5);
    expect(witness.events.join()).to.contain('batch-sync-validated').and.contain('batch-sync-downloaded');
    expect(witness.told.map(each => ('name' in each ? each.name : each.code))).to.include('submitted');
    const left = JSON.stringify([requests, witness.events, witness.told, witness.kept]);
    for (const secret of [token, ...cells, 'padded-of-a-person']) expect(left).to.not.contain(secret);
    expect(page.table.text + page.detail.text).to.not.contain(token);
  });

  journey('not the token, where a server repeats it in what it says of a failure', async () => {
    const echo: typeof fetch = (_, init) => {
      const sent = new Headers(init?.headers).get('Authorization');
      const problem = { code: 'forbidden_tenant', title: `Not for ${sent}`, detail: `${sent}!`, request_id: sent };
      const headers = { 'Content-Type': 'application/problem+json' };
      return Promise.resolve(new Response(JSON.stringify(problem), { status: 422, headers }));
    };
    const page = JourneyPage.paste('/v1/echo');
    Object.assign(page.provider, { config: configOf(witness, { fetch: echo, permissions: { orders: 'readWrite' } }) });
    await page.until(() => page.table.element.status === 'error', 'the failure');
    expect(page.table.text).to.contain('•••');
    const left = JSON.stringify([witness.events, witness.told, page.table.root.innerHTML]);
    expect(left).to.contain('•••').and.not.contain(token);
  });
});
