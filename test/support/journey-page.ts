import type { Context } from 'mocha';
import { fixtureSync, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Batch, Task } from '../../src/core/batch.js';
import { createRestAdapter } from '../../src/adapter/rest.js';
import { defaultTaskQuery, defaultView } from '../../src/core/view.js';
import { captureConsole } from './console.js';
import { DetailPage } from './detail-page.js';
import { pressMouse } from './press-mouse.js';
import { TablePage } from './table-page.js';
import { csvNamed, UploadPage } from './upload-page.js';

/** Longer than anything takes on a busy machine: what is waited for either happens or is wrong. */
const patience = 20_000;

/** The whole module as a person has it on screen, in this page or in a frame. */
export class JourneyPage {
  readonly table: TablePage;
  readonly upload: UploadPage;
  readonly detail: DetailPage;
  readonly #scope: ParentNode;

  constructor(scope: ParentNode) {
    this.#scope = scope;
    this.table = new TablePage(scope.querySelector('batch-sync-table')!);
    this.upload = new UploadPage(scope.querySelector('batch-sync-upload')!);
    this.detail = new DetailPage(scope.querySelector('batch-sync-detail')!);
  }

  /** The smallest embed there is, as markup into an empty container: no script of a host's. */
  static paste(baseUrl: string, attributes = ''): JourneyPage {
    return JourneyPage.pasteMarkup(`
      <batch-sync-provider base-url="${baseUrl}" ${attributes}>
        <batch-sync-table></batch-sync-table>
        <batch-sync-upload></batch-sync-upload>
        <batch-sync-detail></batch-sync-detail>
      </batch-sync-provider>`);
  }

  /** Whatever markup a host may have written, with the elements in it. */
  static pasteMarkup(markup: string): JourneyPage {
    const container = fixtureSync<HTMLElement>(html`<div></div>`);
    container.innerHTML = markup;
    return new JourneyPage(container);
  }

  /** The smallest embed with its first page of batches on screen. */
  static async open(baseUrl: string, attributes = ''): Promise<JourneyPage> {
    const page = JourneyPage.paste(baseUrl, attributes);
    await page.until(() => page.table.element.status === 'ready', 'the first page of batches');
    return page;
  }

  get provider(): HTMLElement {
    return this.#scope.querySelector<HTMLElement>('batch-sync-provider')!;
  }

  /** The element that has the focus, in whatever shadow root. */
  get focused(): Element | null {
    let focused = this.provider.ownerDocument.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused;
  }

  /** What a person would call what has the focus. */
  get focusedName(): string {
    const { focused } = this;
    const label = focused?.closest('label');
    return focused === null ? '' : (focused.ariaLabel ?? textOf(label ?? focused));
  }

  /** Whether the table is what the person sees. */
  get isList(): boolean {
    return this.table.element.checkVisibility() && this.detail.text === '';
  }

  async until(holds: () => unknown, what: string): Promise<void> {
    const seen = async () => {
      await nextFrame();
      return Boolean(await holds());
    };
    await waitUntil(seen, what, { timeout: patience, interval: 20 }).catch((error: Error) => {
      const { table, upload, detail } = this;
      const screens = [table.root, upload.root, detail.root].map(textOf);
      throw new Error(`${error.message}. On screen: ${screens.join(' | ')}`, { cause: error });
    });
  }

  /** A press as a person makes it: only on what is seen, uncovered and in reach. */
  async press(control: HTMLElement | null | undefined): Promise<void> {
    if (!control) throw new Error('there is nothing to press');
    const name = textOf(control) || control.ariaLabel;
    if (!control.checkVisibility()) throw new Error(`“${name}” is not seen`);
    control.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const root = control.getRootNode() as ShadowRoot;
    const [box] = control.getClientRects();
    const hit = box && root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (!hit || !(control.contains(hit) || hit.contains(control))) throw new Error(`“${name}” is covered`);
    control.focus();
    if (root.activeElement !== control) throw new Error(`“${name}” is out of reach`);
    control.click();
    await nextFrame();
  }

  /** A double click with the mouse; its second half comes after `between`, on whatever stands there then. */
  async doubleClick(control: HTMLElement, between: () => Promise<void>): Promise<void> {
    const { x, y, width, height } = control.getBoundingClientRect();
    const press = (count: number) => pressMouse(x + width / 2, y + height / 2, count);
    await press(1);
    await between();
    await press(2);
    await nextFrame();
  }

  /** Goes on with Tab until what is called so has the focus. */
  async tabTo(name: string): Promise<void> {
    const passed: string[] = [];
    do {
      if (passed.length > 60) throw new Error(`Tab does not come to “${name}”, but to: ${passed.join(', ')}`);
      await sendKeys({ press: 'Tab' });
      passed.push(this.focusedName);
    } while (!this.focusedName.startsWith(name));
  }

  /** Presses what opens the browser's own choice of a file, and chooses there. */
  async choose(button: string, file: File): Promise<void> {
    const asked = this.#heedFileChooser();
    await this.press(this.upload.button(button));
    if (!asked()) throw new Error(`“${button}” asks for no file`);
    this.upload.choose(file);
  }

  /** Answers the browser's own choice of a file with `file` when a key opens it. */
  async chooseByKey(key: () => Promise<void>, file: File): Promise<void> {
    const asked = this.#heedFileChooser();
    await key();
    await this.until(asked, 'the choice of a file');
    this.upload.choose(file);
  }

  async untilReviewed(): Promise<void> {
    await this.until(() => this.upload.element.phase === 'review', 'the verdict');
    await nextFrame();
    await this.upload.whole();
  }

  /** From the table to a batch that is queued; answers its id. */
  async create(file: File): Promise<string> {
    await this.press(this.table.button('Create Batch Sync'));
    await this.until(() => this.upload.isOpen, 'the upload');
    await this.choose('Choose File', file);
    await this.untilReviewed();
    await this.press(this.upload.send);
    return this.sent();
  }

  /** Waits until the batch is queued, letting the backend `work` meanwhile; answers its id. */
  async sent(work?: () => Promise<void>): Promise<string> {
    await this.until(async () => {
      await work?.();
      return this.upload.element.phase === 'done';
    }, 'the batch');
    await nextFrame();
    return textOf(this.upload.root.querySelector('#batch-id')!);
  }

  async untilOpened(fileName: string): Promise<void> {
    const { detail } = this;
    await this.until(() => detail.element.status === 'ready' && detail.title === fileName, `the batch of ${fileName}`);
    await this.until(() => detail.rows.length > 0 && !detail.all('.skeleton, .leaving').length, 'its tasks');
  }

  /** Presses "Download Data" and takes the file that goes to the browser's downloads. */
  async download(): Promise<{ readonly name: string; readonly text: string }> {
    const { prototype } = (this.detail.element.ownerDocument.defaultView as Window & typeof globalThis)
      .HTMLAnchorElement;
    const { click } = prototype;
    const links: HTMLAnchorElement[] = [];
    prototype.click = function (this: HTMLAnchorElement) {
      links.push(this);
    };
    try {
      await this.press(this.detail.control('Download Data'));
      await this.until(() => links.length > 0, 'the file');
    } finally {
      prototype.click = click;
    }
    const [{ href, download }] = links as [HTMLAnchorElement];
    return { name: download, text: await (await fetch(href)).text() };
  }

  #heedFileChooser(): () => boolean {
    const input = this.upload.root.querySelector<HTMLInputElement>('input[type="file"]')!;
    let asked = false;
    const heed = (event: Event) => {
      event.preventDefault();
      asked = true;
    };
    input.addEventListener('click', heed, { once: true });
    return () => asked;
  }
}

/** What a backend holds, asked beside the page. `fetch` where the page's own address must ask. */
export function backendAt(baseUrl: string, fetch?: typeof globalThis.fetch) {
  const adapter = createRestAdapter({ baseUrl, ...(fetch && { fetch }) });
  const { signal } = new AbortController();
  return {
    async batches(): Promise<readonly Batch[]> {
      return (await adapter.listBatches({ ...defaultView, pageSize: 100 }, { signal })).items;
    },
    batch: (id: string): Promise<Batch> => adapter.getBatch(id, { signal }),
    async tasks(id: string): Promise<readonly Task[]> {
      return (await adapter.listTasks(id, { ...defaultTaskQuery, limit: 1000 }, { signal })).items;
    },
  };
}

/** All text in one line, without the characters that only isolate. */
export function textOf(node: Node): string {
  // By its members, not by its class: the node may be of a frame.
  const text = 'innerText' in node ? String(node.innerText) : (node.textContent ?? '');
  return text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A file of these cells. */
export function fileOf(name: string, rows: readonly (readonly string[])[]): File {
  const cell = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return csvNamed(name, ...rows.map(cells => cells.map(cell).join(',')));
}

let files = 0;

/** A file with nothing wrong in it, unlike every other. */
export function anotherFile(rows = 5): File {
  files += 1;
  return fileOf(
    `orders_${files}.csv`,
    Array.from({ length: rows }, (_, index) => [`ORD_${files}_${index + 1}`, '', '']),
  );
}

/** A journey, in which the console stays empty. */
export function journey(name: string, walk: (test: Context) => Promise<void>): void {
  it(name, async function () {
    const said = await captureConsole(() => walk(this));
    if (said.length > 0) throw new Error(`on the console: ${said.join('; ')}`);
  }).timeout(60_000);
}
