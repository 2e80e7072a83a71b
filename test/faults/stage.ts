import { html, render } from 'lit';
import type { AccessTokenRequest } from '../../src/adapter/context.js';
import { createRestAdapter } from '../../src/adapter/rest.js';
import type { Batch } from '../../src/core/batch.js';
import { isTerminal } from '../../src/core/status.js';
import '../../src/define/index.js';
import type { BatchSyncDetail } from '../../src/elements/detail.js';
import type { BatchSyncTable } from '../../src/elements/table.js';
import type { BatchSyncUpload } from '../../src/elements/upload.js';
import type { Clock } from '../adapter/fixtures.js';
import { csvNamed } from '../support/upload-page.js';
import type { Behind } from './in-page.js';

/** Seconds of its own time until something counts as not coming. */
const patience = 600;

/** Milliseconds after which nothing may wait any more: the test runner's own commands do so for 20 s. */
const longestLeft = 20_000;

/** All that the module has, on a page whose time stands still, before a server that something befalls. */
export class Stage {
  readonly page: HTMLElement;
  /** Why the host was asked for a token, each time. */
  readonly asked: AccessTokenRequest['reason'][] = [];
  /** What the host answers. */
  token: string | null = 'token';
  sent: Batch | null = null;
  readonly #behind: Behind;
  readonly #shown: string[] = [];
  readonly #observers: MutationObserver[] = [];
  readonly #notes: (() => void)[] = [];
  readonly #wentBack: string[] = [];
  readonly #before: number;

  private constructor(behind: Behind, before: number) {
    this.#behind = behind;
    this.#before = before;
    this.page = document.body.appendChild(document.createElement('div'));
  }

  static async open(behind: Behind): Promise<Stage> {
    const stage = new Stage(behind, await behind.count());
    stage.#render();
    await stage.clock.settle();
    return stage;
  }

  #render(): void {
    const getAccessToken = ({ reason }: AccessTokenRequest) => {
      this.asked.push(reason);
      return this.token;
    };
    const adapter = createRestAdapter({ ...this.#behind.connect, getAccessToken });
    render(
      html`<batch-sync-provider .config=${{ adapter, locale: 'en', timeZone: 'UTC' }} navigation="beside">
        <batch-sync-table></batch-sync-table>
        <batch-sync-upload></batch-sync-upload>
        <batch-sync-detail></batch-sync-detail>
      </batch-sync-provider>`,
      this.page,
    );
    this.upload.addEventListener('batch-sync-submitted', ({ detail: { batch } }) => (this.sent = batch));
    this.#watchProgress();
    for (const element of [this.table, this.upload, this.detail]) this.#watch(element.shadowRoot!);
  }

  get clock(): Clock {
    return this.#behind.clock;
  }

  get table(): BatchSyncTable {
    return this.page.querySelector('batch-sync-table')!;
  }

  get upload(): BatchSyncUpload {
    return this.page.querySelector('batch-sync-upload')!;
  }

  get detail(): BatchSyncDetail {
    return this.page.querySelector('batch-sync-detail')!;
  }

  /** Rows of the table. */
  get rows(): number {
    return this.table.shadowRoot!.querySelectorAll('[part~="row"] [part~="file-link"]').length;
  }

  /** Whether a person could read it, now or before. */
  showed(phrase: string): boolean {
    return this.#shown.some(text => text.includes(phrase));
  }

  /** Steps of a batch's progress that went back. */
  get wentBack(): readonly string[] {
    return this.#wentBack;
  }

  /** Batches that came to be at the server. */
  async made(): Promise<number> {
    return (await this.#behind.count()) - this.#before;
  }

  /** How often something was asked for, such as `GET /batches`, whatever its query. */
  async asks(what: string): Promise<number> {
    return (await this.#behind.asked()).filter(asked => asked === what).length;
  }

  /** Lets things happen until it holds. */
  async until(holds: () => boolean, what: string): Promise<void> {
    for (let second = 0; second < patience; second++) {
      if (holds()) return;
      await this.#behind.second();
      // What was drawn last Firefox does not always tell in the same breath.
      for (const note of this.#notes) note();
    }
    throw new Error(`${what} does not come; ${this.table.status}, ${this.upload.phase}, ${this.detail.status}`);
  }

  /** A person's way from a file to the end of sending it, well or not. `id`: what the orders' ids begin with. */
  async send(rows = 3, id = 'ORD'): Promise<void> {
    const { upload } = this;
    const lines = Array.from({ length: rows }, (_, row) => `${id}-${row},,`);
    await this.until(() => (upload.show(), upload.open), 'the upload');
    upload.selectFile(csvNamed('october.csv', ...lines));
    await this.until(() => upload.phase === 'review', 'the verdict');
    upload.submit();
    await this.until(() => ['done', 'failed'].includes(upload.phase), 'the end of sending');
  }

  /** Opens what was sent. */
  follow(): void {
    this.detail.batchId = this.sent?.id ?? '';
  }

  /** Tasks done, as far as the detail knows. */
  get progress(): number {
    const { accepted = 0, failed = 0 } = this.detail.batch?.tasks ?? {};
    return accepted + failed;
  }

  get hasEnded(): boolean {
    return isTerminal(this.detail.batch?.status ?? '');
  }

  /** Presses the button of an element that is called so. */
  async press(element: HTMLElement, label: string): Promise<void> {
    const find = () =>
      [...element.shadowRoot!.querySelectorAll('button')].findLast(button => button.innerText.trim() === label);
    await this.until(() => find() !== undefined, `the button ${label}`);
    find()?.click();
    await this.clock.settle();
  }

  /** Leaves the page; answers with how many timers are left of it. */
  async close(): Promise<number> {
    for (const observer of this.#observers) observer.disconnect();
    this.page.remove();
    await this.clock.pass(longestLeft);
    const { pending } = this.clock;
    this.clock.restore();
    return pending;
  }

  #watch(root: ShadowRoot): void {
    const note = () => {
      const texts = [...root.children].map(child => (child as HTMLElement).innerText ?? '');
      // A row that no frame has come to draw is there all the same.
      texts.push(...[...root.querySelectorAll('tr')].map(row => row.textContent ?? ''));
      this.#shown.push(texts.join(' ').replace(/[⁦-⁩]/g, '').replace(/\s+/g, ' '));
    };
    const observer = new MutationObserver(note);
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    this.#observers.push(observer);
    this.#notes.push(note);
    note();
  }

  #watchProgress(): void {
    let last: Batch | null = null;
    this.detail.addEventListener('batch-sync-updated', ({ detail: { batch } }) => {
      const done = (of: Batch) => of.tasks.accepted + of.tasks.failed;
      if (last?.id === batch.id && (done(batch) < done(last) || batch.version < last.version)) {
        this.#wentBack.push(`${last.version} to ${batch.version}`);
      }
      last = batch;
    });
  }
}
