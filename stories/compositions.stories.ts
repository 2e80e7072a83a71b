import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { defineBatchSync } from '../src/define/index.js';
import type { BatchSyncDetail, BatchSyncTable } from '../src/index.js';
import { route } from './guides/code/routing.js';
import type { Address } from './guides/code/routing.js';
import { backend, baseUrlOf } from './support/backend.js';
import { deepQuery, deepQueryAll, found, says, until } from './support/play.js';
import './support/pages.css';

/** Several elements, and several hosts, on one page. */
const meta: Meta = {
  title: 'Compositions',
  parameters: { ...backend({ batches: 40 }), controls: { disable: true } },
};

export default meta;

type Story = StoryObj;

/** An address that is shown on the page, since a story has none of its own; *Back* is the browser's. */
function addressOf(canvas: ParentNode): Address & { back(): void } {
  const output = canvas.querySelector('output')!;
  const entries = [''];
  const show = () => (output.textContent = `https://dashboard.example/orders?${entries.at(-1)}`);
  show();
  return {
    read: () => entries.at(-1) ?? '',
    write(search) {
      if (search !== entries.at(-1)) entries.push(search);
      show();
    },
    back() {
      if (entries.length > 1) entries.pop();
      show();
    },
  };
}

/** Table, upload and batch in one page, whose address says what is shown: a link to it leads back there. */
export const TogetherWithRouting: Story = {
  render: (_args, context) => html`
    <div class="host-address">
      <button type="button">Back</button>
      <output></output>
    </div>
    <batch-sync-provider base-url=${baseUrlOf(context)}>
      <batch-sync-table page-size="10"></batch-sync-table>
      <batch-sync-upload></batch-sync-upload>
      <batch-sync-detail></batch-sync-detail>
    </batch-sync-provider>
  `,
  play: async ({ canvasElement }) => {
    const address = addressOf(canvasElement);
    const [module, table, detail] = (['provider', 'table', 'detail'] as const).map(name =>
      canvasElement.querySelector(`batch-sync-${name}`)!,
    ) as [HTMLElement, HTMLElementTagNameMap['batch-sync-table'], HTMLElementTagNameMap['batch-sync-detail']];
    const show = route(module, table, detail, address);
    canvasElement.querySelector('.host-address button')!.addEventListener('click', () => {
      address.back();
      show();
    });
    (await found(canvasElement, '[data-sort="totalRecords"]')).click();
    await until(() => address.read() === 'sort=totalRecords', 'The address does not say how the list is sorted');
    (await found(canvasElement, '[part~="file-link"]')).click();
    await until(() => says(canvasElement, 'Batch Details'), 'The batch was not opened');
    if (!address.read().startsWith('batch=')) throw new Error('The address does not name the batch');
    canvasElement.querySelector<HTMLElement>('.host-address button')!.click();
    await until(() => table.checkVisibility(), 'The list is not back');
  },
};

/** Two hosts on one page, each with a backend, a language, a theme and an account of its own. */
export const TwoHosts: Story = {
  parameters: backend({ batches: 5, seed: 11 }),
  render: (_args, context) => html`
    <div class="hosts">
      <section class="host" aria-label="Harbour Shop" data-batch-sync-theme="harbour">
        <h2>Harbour Shop</h2>
        <batch-sync-provider base-url=${baseUrlOf(context)} locale="en-GB" time-zone="Europe/London">
          <batch-sync-table page-size="10" hide="description"></batch-sync-table>
          <batch-sync-upload></batch-sync-upload>
        </batch-sync-provider>
      </section>
      <section class="host host-dark" aria-label="Kiln Wares" data-batch-sync-theme="kiln">
        <h2>Kiln Wares, dark, read only</h2>
        <batch-sync-provider base-url=${second.baseUrl} locale="en-IN" time-zone="Asia/Kolkata" access="read">
          <batch-sync-table page-size="10" hide="description find pager"></batch-sync-table>
          <batch-sync-detail></batch-sync-detail>
        </batch-sync-provider>
      </section>
    </div>
  `,
  play: async ({ canvasElement }) => {
    const tables = [...canvasElement.querySelectorAll('batch-sync-table')];
    for (const table of tables) await found(table.shadowRoot!, '[part~="file-link"]');
    const [creates, reads] = tables.map(table => deepQuery(table.shadowRoot!, '[data-act="create"], .button-primary'));
    if (!creates || reads) throw new Error('One account has the rights of the other');
  },
};

const second = backend({ batches: 8, seed: 23 });

/** A second set of tags with a prefix of its own, as two micro-frontends would have that know nothing of each other. */
export const TwoPrefixes: Story = {
  render: (_args, context) => {
    defineBatchSync({ prefix: 'acme-orders' });
    return html`
      <div class="hosts">
        <batch-sync-provider base-url=${baseUrlOf(context)}>
          <batch-sync-table page-size="10" hide="description"></batch-sync-table>
        </batch-sync-provider>
        <acme-orders-provider base-url=${baseUrlOf(context)}>
          <acme-orders-table page-size="10" hide="description find pager"></acme-orders-table>
        </acme-orders-provider>
      </div>
    `;
  },
  play: async ({ canvasElement }) => {
    const other = canvasElement.querySelector<BatchSyncTable>('acme-orders-table')!;
    await found(other.shadowRoot!, '[part~="file-link"]');
    await found(canvasElement.querySelector('batch-sync-table')!.shadowRoot!, '[part~="file-link"]');
  },
};

/**
 * Two hosts that know nothing of each other, each with a copy of the library, and of another version. The first has the
 * usual tags; the second gave its own a prefix, since a tag belongs to whoever defines it first. What is older here is
 * the same code once more, loaded anew, that takes itself for 0.0.9: two releases share no more than these two do.
 */
export const TwoVersions: Story = {
  loaders: [
    async () => {
      const older = await import('../src/define/define-batch-sync.js?older');
      older.defineBatchSync({ prefix: 'kiln-orders' });
    },
  ],
  render: (_args, context) => html`
    <div class="hosts">
      <section class="host" aria-label="Harbour Shop" data-batch-sync-theme="harbour">
        <h2>Harbour Shop: &lt;batch-sync-table>, version ${versionOf('batch-sync-table')}</h2>
        <batch-sync-provider base-url=${baseUrlOf(context)}>
          <batch-sync-table page-size="10" hide="description"></batch-sync-table>
          <batch-sync-detail></batch-sync-detail>
        </batch-sync-provider>
      </section>
      <section class="host" aria-label="Kiln Wares" data-batch-sync-theme="kiln">
        <h2>Kiln Wares: &lt;kiln-orders-table>, version ${versionOf('kiln-orders-table')}</h2>
        <kiln-orders-provider base-url=${second.baseUrl}>
          <kiln-orders-table page-size="10" hide="description"></kiln-orders-table>
          <kiln-orders-detail></kiln-orders-detail>
        </kiln-orders-provider>
      </section>
    </div>
  `,
  play: async ({ canvasElement }) => {
    const [newer, older] = ['batch-sync', 'kiln-orders'].map(prefix => ({
      table: canvasElement.querySelector<BatchSyncTable>(`${prefix}-table`)!,
      detail: canvasElement.querySelector<BatchSyncDetail>(`${prefix}-detail`)!,
    }));
    if (!newer || !older || older.table instanceof newer.table.constructor) throw new Error('They are one copy');
    await found(newer.table.shadowRoot!, '[part~="file-link"]');
    (await found(older.table.shadowRoot!, '[part~="file-link"]')).click();
    await until(() => older.detail.matches(':state(ready)'), 'The batch was not opened');
    if (!newer.table.checkVisibility() || newer.detail.batchId !== null) throw new Error('One page opened the other');
  },
};

/** What a copy of the library writes on its classes. */
function versionOf(tag: string): string {
  const marked = customElements.get(tag) as (CustomElementConstructor & Record<symbol, unknown>) | undefined;
  return String(marked?.[Symbol.for('batch-sync/version')]);
}

/** The parts as one page, each where the host wants it: a list beside the batch that was opened. */
export const SideBySide: Story = {
  render: (_args, context) => html`
    <batch-sync-provider base-url=${baseUrlOf(context)} navigation="beside">
      <div class="hosts">
        <batch-sync-table page-size="10" hide="description summary find"></batch-sync-table>
        <batch-sync-detail heading-level="3"></batch-sync-detail>
      </div>
    </batch-sync-provider>
  `,
  play: async ({ canvasElement }) => {
    (await found(canvasElement, '[part~="file-link"]')).click();
    await until(() => says(canvasElement, 'Batch Details'), 'The batch was not opened');
  },
};

/** A page whose rules name everything there is, with a root of 62.5 %: within the elements nothing changes. */
export const HostilePage: Story = {
  parameters: { docs: { story: { inline: false, height: '900px' } } },
  render: (_args, context) => html`
    <div class="hostile">
      <batch-sync-provider base-url=${baseUrlOf(context)}>
        <batch-sync-table page-size="10"></batch-sync-table>
      </batch-sync-provider>
    </div>
  `,
  play: async ({ canvasElement }) => {
    const link = await found(canvasElement, '[part~="file-link"]');
    const { fontFamily, fontStyle, letterSpacing, textTransform, float } = getComputedStyle(link);
    const styles = [fontStyle, letterSpacing, textTransform, float].join(' ');
    if (styles !== 'normal normal none none') throw new Error(`The page reaches into the table: ${styles}`);
    const size = parseFloat(getComputedStyle(link.getRootNode() instanceof ShadowRoot ? link : canvasElement).fontSize);
    if (size < 12) throw new Error(`The text of the table is ${size} px, in ${fontFamily}`);
    const squeezed = deepQueryAll(canvasElement, 'button').filter(
      button => button.checkVisibility() && button.offsetWidth < 24,
    );
    if (squeezed.length > 0) throw new Error('The page makes the buttons narrow');
  },
};

/** A dark app on a light page: the elements follow the colour scheme of where they stand. */
export const DarkAppOnALightPage: Story = {
  globals: { scheme: 'light' },
  render: (_args, context) => html`
    <div class="host host-dark">
      <batch-sync-provider base-url=${baseUrlOf(context)}>
        <batch-sync-table page-size="10"></batch-sync-table>
      </batch-sync-provider>
    </div>
  `,
  play: async ({ canvasElement }) => {
    const link = await found(canvasElement, '[part~="file-link"]');
    const [red = 0] = /\d+/.exec(getComputedStyle(link).color)?.map(Number) ?? [];
    if (red < 100) throw new Error('The table is light in a dark app');
  },
};
