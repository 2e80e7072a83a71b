import { expect } from '@open-wc/testing';
import { createBackend, createFetch, createMemoryAdapter } from '../../mocks/index.js';
import type { BatchSyncAdapter } from '../../src/adapter/index.js';
import type { Batch } from '../../src/core/batch.js';
import type { TaskQuery, View } from '../../src/core/view.js';
import '../../src/define/index.js';
import type { BatchSyncProvider } from '../../src/elements/provider.js';
import { de } from '../../src/words/locales/de.js';
import readme from '../../README.md?raw';
import { JourneyPage } from '../support/journey-page.js';

// What the README shows is pasted into a page as it stands there, and then looked at as a stranger would.

const sources: Readonly<Record<string, string>> = {
  'batch-sync-elements': '/src/index.ts',
  'batch-sync-elements/core': '/src/core/index.ts',
  'batch-sync-elements/mocks': '/mocks/index.ts',
  'batch-sync-elements/locales/de': '/src/words/locales/de.ts',
};

/** The code of a section, where `marked` tells which if there are several. */
function shown(section: string, language: string, marked = ''): string {
  const [, text = ''] = readme.split(`\n## ${section}\n`);
  const blocks = text.slice(0, text.search(/\n## /)).matchAll(/^```(\w+)\n([^]*?)^```$/gm);
  const found = [...blocks].filter(([, of, code = '']) => of === language && code.includes(marked));
  expect(found, `${language} of “${section}” with “${marked}”`).to.have.lengthOf(1);
  return found[0]![2]!;
}

/** Runs a module of the README's on names that the page has; the few types in it are left out. */
async function run(code: string, names: Readonly<Record<string, unknown>>): Promise<void> {
  const plain = code.replaceAll(/^import type .*\n/gm, '').replaceAll(/^(const \w+): \w+ =/gm, '$1 =');
  const linked = plain.replaceAll(/from '([^']+)'/g, (_, name: string) => `from '${location.origin}${sources[name]}'`);
  const key = `readme-${crypto.randomUUID()}`;
  const page = globalThis as unknown as Record<string, unknown>;
  page[key] = names;
  const given = `const { ${Object.keys(names).join(', ')} } = globalThis['${key}'];`;
  const address = URL.createObjectURL(new Blob([given, '\n', linked], { type: 'text/javascript' }));
  try {
    await import(/* @vite-ignore */ address);
  } finally {
    URL.revokeObjectURL(address);
    delete page[key];
  }
}

/** Puts another `fetch` into the page until the test ends. */
let pageFetch: typeof fetch | null = null;
function answerBy(fetching: typeof fetch): void {
  pageFetch ??= globalThis.fetch;
  globalThis.fetch = fetching;
}

const providerOf = (page: JourneyPage) => page.provider as BatchSyncProvider;
const create = (page: JourneyPage) => page.table.button('Create Batch Sync');
const untilListed = (page: JourneyPage) => page.until(() => page.table.rows.length > 0, 'rows');

/** The smallest embed, as the README has it. */
function paste(baseUrl: string | null): JourneyPage {
  const markup = shown('Quick start', 'html', 'batch-sync-provider');
  expect(markup).to.include(' base-url="/v1/batch-sync"');
  return JourneyPage.pasteMarkup(
    markup.replace(' base-url="/v1/batch-sync"', baseUrl === null ? '' : ` base-url="${baseUrl}"`),
  );
}

/** A backend in the page, at whatever address, and what it was asked with. */
function backendInPage(refuses: (request: Request) => boolean = () => false): Request[] {
  const answer = createFetch(createBackend().handle);
  const asked: Request[] = [];
  answerBy(async (input, init) => {
    const request = new Request(input, init);
    asked.push(request);
    if (refuses(request)) return new Response(null, { status: 401 });
    const { pathname, search } = new URL(request.url);
    const path = pathname.slice(pathname.indexOf('/batch-sync/'));
    return answer(`${location.origin}/v1${path}${search}`, { headers: request.headers, signal: request.signal });
  });
  return asked;
}

describe('The README', () => {
  afterEach(() => {
    if (pageFetch) globalThis.fetch = pageFetch;
    pageFetch = null;
  });

  it('Quick start: markup is enough', async () => {
    backendInPage();
    const page = paste('/v1/batch-sync');
    await untilListed(page);
    await page.press(create(page));
    await page.until(() => page.upload.element.open, 'the upload');
  });

  it('Quick start: a backend in the page', async () => {
    const page = paste(null);
    await run(shown('Quick start', 'js', 'createMemoryAdapter'), {});
    await untilListed(page);
  });

  it('Your backend: headers and cookies go with each request', async () => {
    const asked = backendInPage();
    const page = paste(null);
    await run(shown('Your backend', 'js'), { provider: page.provider, session: { csrf: 'seven' } });
    await untilListed(page);
    expect(asked[0]!.url).to.equal('https://api.example.com/batch-sync/capabilities');
    for (const { headers, credentials } of asked) {
      expect([headers.get('X-CSRF-Token'), credentials]).to.deep.equal(['seven', 'include']);
    }
  });

  it('Your backend: an adapter of four methods lists, opens, and says what is not there', async () => {
    const page = paste(null);
    await run(shown('Your backend', 'ts'), { provider: page.provider, client: clientOf(createMemoryAdapter()) });
    await untilListed(page);
    const [first] = page.table.names;
    await page.press(page.table.rows[0]!.link);
    await page.until(() => page.detail.text.includes(first!), 'the batch');
    page.detail.element.batchId = 'bs_gone';
    await page.until(() => page.detail.text.includes('No such batch'), 'that there is none');
  });

  it('Addresses: what is opened is in the address, and back again', async () => {
    const page = paste(null);
    const provider = providerOf(page);
    const address = { search: '' };
    const arrive: (() => void)[] = [];
    await run(shown('Addresses and your router', 'js'), {
      provider,
      table: page.table.element,
      detail: page.detail.element,
      location: address,
      history: { pushState: (_: unknown, __: string, to: string) => (address.search = to) },
      addEventListener: (_: string, listener: () => void) => arrive.push(listener),
    });
    provider.config = { ...provider.config, adapter: createMemoryAdapter() };
    await untilListed(page);
    const { link } = page.table.rows[0]!;
    expect(link.getAttribute('href')).to.match(/^\?batch=bs_/);
    await page.press(link);
    expect(address.search).to.equal(link.getAttribute('href'));
    await page.until(() => page.detail.element.status === 'ready', 'the batch');
    address.search = '?q=refund';
    arrive[0]!();
    await page.until(() => page.isList, 'the list');
    expect(page.table.element.view.search).to.equal('refund');
  });

  it('Tokens: one that was refused is renewed, once', async () => {
    const asked: boolean[] = [];
    backendInPage(({ headers }) => headers.get('Authorization') !== 'Bearer fresh');
    const page = paste('/v1/batch-sync');
    const session = {
      token: async ({ renew }: { readonly renew: boolean }) => {
        asked.push(renew);
        return renew ? 'fresh' : 'old';
      },
    };
    await run(shown('Tokens and sessions', 'js'), { provider: page.provider, session });
    await untilListed(page);
    expect(asked.slice(0, 2)).to.deep.equal([false, true]);
  });

  it('Theming: five lines are a brand', async () => {
    const page = paste(null);
    providerOf(page).config = { adapter: createMemoryAdapter() };
    await untilListed(page);
    const style = document.createElement('style');
    style.textContent = shown('Theming', 'css');
    expect(style.textContent.match(/--batch-sync-/g)).to.have.lengthOf(5);
    const button = getComputedStyle(create(page)!);
    expect(button.borderRadius).to.equal('7px');
    document.head.append(style);
    try {
      // Colours fade into each other.
      await page.until(() => button.backgroundColor === 'rgb(122, 31, 162)', 'the colour of the brand');
      expect(button.borderRadius).to.equal('999px');
    } finally {
      style.remove();
    }
  });

  it('Languages: a language and a word of one’s own', async () => {
    const page = paste(null);
    await run(shown('Languages', 'js'), { provider: page.provider });
    const provider = providerOf(page);
    provider.config = { ...provider.config, adapter: createMemoryAdapter() };
    await page.until(() => page.table.root.textContent.includes('Sammelabgleich'), 'the heading');
    expect(page.table.root.textContent).to.include(de.texts['table.column.createdAt']);
  });
});

/** A host's own client, on whatever has what it gives. */
function clientOf(adapter: BatchSyncAdapter) {
  return {
    batches: (view: View, signal: AbortSignal) => adapter.listBatches(view, { signal }),
    batch: async (id: string, signal: AbortSignal): Promise<Batch | null> =>
      adapter.getBatch(id, { signal }).catch(() => null),
    tasks: (id: string, query: TaskQuery, signal: AbortSignal) => adapter.listTasks(id, query, { signal }),
  };
}
