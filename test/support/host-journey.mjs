// What a person does on the screen that every app of test/hosts/ shows, and what has to be true then. Found as a person
// finds it, by role and name, or by public parts; the library's insides are nobody's business here.

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').ElementHandle<Element>} Handle */
/** @typedef {Awaited<ReturnType<import('./host-server.mjs').startHostServer>>} Server */
/**
 * @typedef {object} Walk
 * @property {Page} page
 * @property {Server} server
 * @property {string} file a CSV file of three rows, `orders.csv`
 * @property {string} prefix of the tags
 * @property {string} version of the package that they are of
 * @property {number} others how many streams what else is on the page has open
 * @property {Screen} screen
 */

/** What the host chose, and what a theme of the package has. */
const accent = 'rgb(122, 31, 92)';
const paper = 'rgb(255, 253, 248)';
/** Milliseconds for the slowest answer on a busy machine. */
const patience = 15_000;

/** The app in its page, or in the part of it that is meant. */
class Screen {
  /** @param {Page} page @param {string} scope @param {string} prefix */
  constructor(page, scope, prefix) {
    this.page = page;
    this.scope = scope;
    this.prefix = prefix;
  }

  /** @param {string} selector */
  find(selector) {
    return this.page.locator(`${this.scope} ${selector}`).setTimeout(patience);
  }

  /** @param {string} name @param {string} [role] */
  control(name, role = 'button') {
    return this.find(`>>> ::-p-aria([name="${name}"][role="${role}"])`);
  }

  /** @param {string} name @param {string} [role] */
  press(name, role) {
    return this.control(name, role).click();
  }

  /** @param {string} name */
  gone(name) {
    return this.page.waitForSelector(`${this.scope} >>> ::-p-aria([name="${name}"][role="button"])`, {
      hidden: true,
      timeout: patience,
    });
  }

  /** The texts of a part of the table; without a handle, which would keep the table alive. @param {string} part @returns {Promise<string[]>} */
  texts(part) {
    return this.page.evaluate(
      (table, selector) =>
        [...(document.querySelector(table)?.shadowRoot?.querySelectorAll(selector) ?? [])].map(each =>
          each.textContent.replace(/[\u2066-\u2069]/g, '').trim(),
        ),
      `${this.scope} ${this.prefix}-table`,
      `[part~="${part}"]`,
    );
  }

  /** What the host wrote down of events. */
  heard() {
    return this.page.$$eval(`${this.scope} ol > li`, items => items.map(item => item.textContent));
  }

  /** The same, when it is that, each once. @param {(string | null)[]} expected */
  async hears(...expected) {
    await until(this.page, 'what the host heard', expected.join(), async () => (await this.heard()).join());
  }
}

/**
 * Looks at each frame until it is so.
 * @template T @param {Page} page @param {string} what @param {T} expected @param {() => Promise<T> | T} look
 */
async function until(page, what, expected, look) {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found === expected) return;
    if (Date.now() > end) throw new Error(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => done(null))));
  }
}

/** @param {string} what @param {unknown} found @param {unknown} expected */
function same(what, found, expected) {
  const [is, should] = [found, expected].map(value => JSON.stringify(value));
  if (is !== should) throw new Error(`${what}: ${is}, not ${should}`);
}

/** The first page is there. @param {Walk} walk */
async function listed({ page, screen }) {
  await until(page, 'rows', 10, async () => (await screen.texts('row')).length);
}

/** Presses “Close” or “Open”, with no handle that would hold what goes. @param {Walk} walk @param {number} rows that come of it */
async function toggle({ page, screen }, rows) {
  await page.evaluate(button => document.querySelector(button)?.click(), `${screen.scope} button`);
  await until(page, 'rows', rows, async () => (await screen.texts('row')).length);
}

/** How many tables there are, after a collection of what nobody holds. @param {Walk} walk @returns {Promise<number>} */
async function alive({ page, prefix }) {
  const prototype = await page.evaluateHandle(tag => customElements.get(tag)?.prototype, `${prefix}-table`);
  const tables = await page.queryObjects(prototype);
  const count = await page.evaluate(found => found.length, tables);
  // Held no longer than this, or they would live on for us.
  await Promise.all([tables.dispose(), prototype.dispose()]);
  return count;
}

/** In this order: each goes on where the one before has ended. @type {[string, (walk: Walk) => Promise<void>][]} */
const steps = [
  [
    'first screen',
    async walk => {
      const { page, prefix } = walk;
      await listed(walk);
      const version = await page.evaluate(
        tag => customElements.get(tag)?.[Symbol.for('batch-sync/version')],
        `${prefix}-table`,
      );
      same('whose tags they are', version, walk.version);
    },
  ],
  [
    'properties',
    async ({ screen }) => {
      const headings = await screen.texts('header-cell');
      same('the column of the host', headings.includes('Maker'), true);
      same('its cells', (await screen.texts('cell')).join().includes('Asha'), true);
      await screen.press('Locked', 'checkbox');
      await screen.gone('Create Batch Sync');
      await screen.press('Locked', 'checkbox');
      await screen.control('Create Batch Sync').wait();
    },
  ],
  [
    'theming',
    async ({ page, screen: { scope, prefix } }) => {
      const seen = await page.evaluate(
        (button, heading, card) => [
          getComputedStyle(button).backgroundColor,
          getComputedStyle(heading).textTransform,
          getComputedStyle(card).backgroundColor,
        ],
        await page.waitForSelector(`${scope} ${prefix}-table >>> [part~="button-primary"]`),
        await page.waitForSelector(`${scope} ${prefix}-table >>> [part~="heading"]`),
        await page.waitForSelector(`${scope} ${prefix}-table >>> [part~="card"]`),
      );
      same('token, part and theme', seen, [accent, 'uppercase', paper]);
    },
  ],
  [
    'events',
    async walk => {
      const { screen } = walk;
      const [first] = await screen.texts('file-link');
      await screen.press(first);
      await screen.control('All batches').wait();
      await screen.hears(`Opened ${first}`);
      await screen.press('All batches');
      await screen.control('Create Batch Sync').wait();
      await screen.hears(`Opened ${first}`, 'Back');
    },
  ],
  [
    'upload',
    async ({ page, server, file, screen }) => {
      const before = server.batches;
      const from = server.seen.length;
      const heard = await screen.heard();
      await screen.press('Create Batch Sync');
      const [chooser] = await Promise.all([page.waitForFileChooser(), screen.press('Choose File')]);
      await chooser.accept([file]);
      await screen.press('Send 3 rows');
      await screen.press('View batch');
      await screen.control('Download Data').wait();
      await screen.hears(...heard, 'Sent orders.csv', 'Opened orders.csv');
      same('new batches', server.batches - before, 1);
      same('sent', server.seen.slice(from).filter(({ method }) => method === 'POST').length, 1);
    },
  ],
  [
    'token refresh',
    async walk => {
      const { page, server, screen } = walk;
      await screen.press('All batches');
      await screen.control('Create Batch Sync').wait();
      server.endSession();
      const from = server.seen.length;
      await screen.press('File Name');
      const since = () => server.seen.slice(from);
      const sorted = () => since().findLast(({ path }) => path.includes('sort=file_name'));
      await until(page, 'the list', 200, () => sorted()?.status);
      const refused = since().some(({ status }) => status === 401);
      same('that a token was refused', refused, true);
      await listed(walk);
    },
  ],
  [
    'unmount',
    async ({ page, server, screen, prefix, others }) => {
      await screen.press('Close');
      await until(page, 'open connections', others, () => server.seen.filter(({ open }) => open).length);
      same('elements in the page', (await page.$$(`${screen.scope} ${prefix}-table`)).length, 0);
    },
  ],
  [
    'mounted again',
    async walk => {
      const { page, server, screen, others } = walk;
      const from = server.seen.length;
      await screen.press('Open');
      await listed(walk);
      // Rows of before may be there again at once.
      const reads = () => server.seen.slice(from).filter(({ path }) => path.startsWith('/batches?')).length;
      await until(page, 'reads of the first page', 1, reads);
      await until(
        page,
        'streams',
        others + 1,
        () => server.seen.filter(({ path, open }) => path === '/events' && open).length,
      );
      same('reads of the first page', reads(), 1);
    },
  ],
  [
    'nothing left',
    async walk => {
      const before = await alive(walk);
      for (let times = 0; times < 3; times++) {
        await toggle(walk, 0);
        await toggle(walk, 10);
      }
      // The last one may be remembered for a while, as React does.
      same('that more and more tables stay in memory', (await alive(walk)) > before + 1, false);
    },
  ],
];

/**
 * Walks all the way; answers what went wrong in each step, `null` for nothing. After a failure the rest is not tried.
 * @param {Omit<Walk, 'screen'> & {scope: string, picture: string}} options
 */
export async function journey({ scope, picture, ...options }) {
  const walk = { ...options, screen: new Screen(options.page, scope, options.prefix) };
  /** @type {[string, string | null][]} */
  const results = [];
  for (const [name, step] of steps) {
    const failed = results.some(([, fault]) => fault !== null);
    const fault = failed
      ? 'not reached'
      : await step(walk).then(
          () => null,
          error => String(error),
        );
    results.push([name, fault]);
    if (name === 'upload' && picture) await options.page.screenshot({ path: picture, fullPage: true });
  }
  return results;
}
