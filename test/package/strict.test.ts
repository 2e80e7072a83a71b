import { expect, waitUntil } from '@open-wc/testing';
import Papa from 'papaparse';
import { mixedErrorsFile } from '../../mocks/index.js';
import { batchToWire } from '../../src/adapter/wire.js';
import { undoNeutralise } from '../../src/core/export.js';
import { aBatch } from '../state/doubles.js';
import { isFirefox, isWebKit } from '../support/engine.js';
import { backendAt, fileOf, JourneyPage } from '../support/journey-page.js';
import { strictBackend, strictPages } from '../support/mock-backend.js';

// Pages as they are built, on the Node shell, under the policy of a host that trusts nobody: no service worker, no
// inline style, no eval, one policy for Trusted Types, where the browser knows of these.

type View = Window & typeof globalThis;

const markup = '<img src=x onerror=alert(1)>';

/** What a hostile file would have a browser do; other rows for each journey, since the same ones make no second batch. */
/** Other rows in each engine, which meet the same backend: rows that were sent before are asked about. */
const engine = isFirefox ? 'Firefox' : isWebKit ? 'WebKit' : 'Chromium';
const hostileRows = (journey: string): readonly (readonly string[])[] => [
  ['ORD-1', markup, `${journey}, ${engine}`],
  ['-1-1', '=HYPERLINK("http://example.com")', `"><script>alert(1)</script>`],
  ['ORD-3', 'javascript:alert(1)', '${alert(1)}'],
  ...Array.from({ length: 9 }, (_, index) => [`ORD-${index + 4}`, `{{${index}}}`, '']),
];

/**
 * Members of the contract and of options, as somebody else's page might give them to every object. None that the browser
 * reads of a listener, such as `signal`: with that no page works.
 */
const inheritedNames = [
  ...Object.keys(batchToWire(aBatch())),
  ...Object.keys(aBatch()),
  ...['baseUrl', 'adapter', 'fetch', 'headers', 'messages', 'permissions', 'makerChecker', 'timeZone', 'preferences'],
  ...['code', 'message', 'detail', 'errors', 'page', 'next', 'prev', 'data', 'features', 'limits', 'user'],
  ...['method', 'body', 'delimiter', 'newline', 'header', 'step', 'worker', 'transform', 'extend'],
].filter(name => !(name in Object.prototype));

/** As old libraries do. */
function extendPrototypes({ Object: objects, Array: arrays }: View): void {
  Object.assign(objects.prototype, Object.fromEntries(inheritedNames.map(name => [name, 'inherited'])));
  Object.assign(arrays.prototype, { last: () => undefined });
}

/** A built page in a frame, with everything that the browser holds against it. */
class BuiltPage {
  readonly frame = document.createElement('iframe');
  readonly complaints: string[] = [];

  /** `prepare`: does something to the page before its own script runs. */
  static async open(address: string, prepare?: (view: View) => void): Promise<BuiltPage> {
    const page = new BuiltPage();
    const { frame } = page;
    frame.width = '1360';
    frame.height = '800';
    frame.src = address;
    document.body.append(frame);
    await waitUntil(() => page.view.location.href !== 'about:blank', 'an answer', { interval: 0, timeout: 60_000 });
    prepare?.(page.view);
    page.#heed();
    await waitUntil(() => page.view.document.readyState === 'complete', 'the page', { timeout: 20_000 });
    return page;
  }

  get view(): View {
    return this.frame.contentWindow as View;
  }

  get path(): string {
    return this.view.location.pathname;
  }

  get screen(): JourneyPage {
    return new JourneyPage(this.view.document);
  }

  /** The same file, of the page's own realm. */
  async fileOf(file: File): Promise<File> {
    return new this.view.File([await file.arrayBuffer()], file.name, { type: file.type });
  }

  #heed(): void {
    const { view, complaints } = this;
    view.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile }) => {
      complaints.push(`${effectiveDirective} ${blockedURI} ${sample} ${sourceFile}`);
    });
    // Those of before, where a browser keeps them: the page began without us, but its scripts run when all of it is read.
    if ('ReportingObserver' in view) {
      const early = new view.ReportingObserver(
        reports => complaints.push(...reports.map(({ body }) => JSON.stringify(body))),
        { types: ['csp-violation'], buffered: true },
      );
      early.observe();
    }
    view.addEventListener('error', ({ message }) => complaints.push(message));
    view.addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
    view.alert = () => complaints.push('a script of the file ran');
    for (const method of ['warn', 'error'] as const) {
      view.console[method] = (...parts: unknown[]) => void complaints.push(parts.map(String).join(' '));
    }
  }
}

for (const [name, address] of [
  ['the built demo', strictPages.demo],
  ['a page with the one file', strictPages.oneFile],
] as const) {
  describe(`${name} under the strict content security policy`, () => {
    /** A walk on the page, after which the browser has nothing against it. */
    function walk(what: string, go: (page: BuiltPage, name: string) => Promise<void>, prepare?: (view: View) => void) {
      it(what, async () => {
        const page = await BuiltPage.open(address, prepare);
        try {
          await go(page, `${name}: ${what}`);
          expect(page.complaints.join('\n')).to.equal('');
        } finally {
          page.frame.remove();
        }
      }).timeout(90_000);
    }

    walk('is served with that policy', async ({ view }) => {
      const policy = (await view.fetch(view.location.href)).headers.get('content-security-policy');
      expect(policy).to.contain("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';");
      expect(policy).to.contain("require-trusted-types-for 'script'; trusted-types lit-html");
    });

    walk('hears of what that policy forbids', async ({ view, complaints }) => {
      const image = Object.assign(view.document.createElement('img'), { src: 'https://provoked.test/image.png' });
      view.document.body.append(image);
      await waitUntil(() => complaints.some(complaint => complaint.startsWith('img-src')), 'a complaint');
      complaints.length = 0;
    });

    walk('the whole journey, with a hostile file: no violation, no word on the console', wholeJourney);

    walk('the same on a page that extended Object.prototype and Array.prototype', wholeJourney, extendPrototypes);
  });
}

/** From a broken file to the downloaded results of a hostile one, and back to the list. */
async function wholeJourney(built: BuiltPage, journey: string): Promise<void> {
  const rows = hostileRows(journey);
  const page = built.screen;
  // The demo has a router; the other page has nothing but markup.
  const routes = built.path.startsWith('/batch/');
  const { table, upload, detail } = page;
  const server = backendAt(strictBackend.baseUrl, (...given) => built.view.fetch(...given));
  await page.until(() => table.element.status === 'ready', 'the first page of batches');

  page.provider.setAttribute('maker-checker', '');
  await page.press(table.button('Create Batch Sync'));
  await page.until(() => upload.isOpen, 'the upload');
  await upload.type(markup);
  await page.press(upload.button('Submit'));
  await page.choose('Choose File', await built.fileOf(mixedErrorsFile()));
  await page.untilReviewed();
  expect(upload.verdict).to.contain('7 errors in 7 rows.');
  await page.choose('Replace', await built.fileOf(fileOf(`${markup}.csv`, rows)));
  await page.until(() => upload.verdict.includes('12 rows are ready to send.'), 'a clean verdict');
  await page.press(upload.root.querySelector<HTMLElement>('[role="switch"]'));
  await page.press(upload.send);
  const id = await page.sent();

  const name = `${markup}.csv`;
  await page.until(() => table.names.includes(name), 'the new batch in the table');
  await page.press(upload.button('View batch'));
  await page.untilOpened(name);
  if (routes) expect(built.path).to.equal(`/batch/batch-sync/${id}`);
  expect(detail.facts).to.include({ Description: markup });
  await page.until(() => strictBackend.advance(5000).then(() => detail.figures[2] === '0'), 'the end');
  const { name: fileName, text } = await page.download();
  expect(fileName).to.equal('batch_sync.csv');
  const { data } = Papa.parse<string[]>(text.slice(0, -2), { delimiter: ',', newline: '\r\n' });
  expect(data.slice(1).map(cells => cells.slice(1, 4).map(undoNeutralise))).to.deep.equal(rows);
  const { tasks } = await server.batch(id);
  expect(detail.figures).to.deep.equal([tasks.accepted, tasks.failed, tasks.queued].map(String));
  detail.type('ORD-3');
  await page.until(() => detail.orders.join() === 'ORD-3', 'the task that is searched for');

  await page.press(detail.control('All batches'));
  await page.until(() => page.isList, 'the list');
  if (routes) expect(built.path).to.equal('/batch/batch-sync');
  expect(page.focused === table.row(name).link, page.focusedName).to.equal(true);
  await page.press(table.button('File Name'));
  table.type('no such file');
  table.enter();
  await page.until(() => table.element.status === 'no-results', 'that nothing is found');
  await page.press(table.button('Show all batches'));
  await page.until(() => table.element.status === 'ready', 'every batch');
}
