import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { createEngine, createMemoryAdapter } from '../mocks/index.js';
import type { Batch, BatchSyncTable, BatchTableColumn } from '../src/index.js';
import { viewFromParams } from '../src/index.js';
import { backend, baseUrlOf } from './support/backend.js';
import { deepQueryAll, found, says, until } from './support/play.js';
import { strangeBatch } from './support/strange.js';
import { saying, tableOf, withRows } from './support/table.js';

interface Args {
  columns: BatchSyncTable['columns'];
  locale: string;
  /** What the host has in its address. */
  address: string;
}

/** What hosts make of the table: columns and markup of their own, a view in their address, little room. */
const meta: Meta<Args> = {
  title: 'Elements/batch-sync-table/In a host',
  component: 'batch-sync-table',
  args: { columns: null, locale: 'en-IN', address: '' },
  render: ({ columns, locale, address }, context) => html`
    <batch-sync-provider
      base-url=${baseUrlOf(context)}
      locale=${locale}
      time-zone="Asia/Kolkata"
      .config=${{ linkTo: () => '#' }}
    >
      <batch-sync-table page-size="10" .columns=${columns} .view=${viewFromParams(address, 10)}></batch-sync-table>
    </batch-sync-provider>
  `,
  parameters: { ...backend({ batches: 40 }) },
};

export default meta;

type Story = StoryObj<Args>;

const owner: BatchTableColumn = {
  name: 'owner',
  label: 'Uploaded by',
  cell: ({ createdBy }) => createdBy && { text: createdBy.name, icon: 'person' },
};
const ticket: BatchTableColumn = {
  name: 'ticket',
  label: 'Ticket',
  cell: ({ status }) =>
    status === 'FAILED' || status === 'PARTIALLY_ACCEPTED'
      ? { text: 'OPS-204', href: 'https://example.com/204' }
      : null,
};
const share: BatchTableColumn = {
  name: 'share',
  label: 'Rejected',
  align: 'end',
  cell: ({ tasks, totalTasks }) => (totalTasks > 0 ? `${Math.round((tasks.failed / totalTasks) * 100)} %` : ''),
};
const risk: BatchTableColumn = {
  name: 'risk',
  label: 'Risk',
  cell: ({ tasks }) =>
    tasks.failed > 50 ? { text: 'High', tone: 'failed', icon: 'alert' } : { text: 'Low', tone: 'neutral' },
};

export const ColumnsOfTheHost: Story = {
  args: { columns: ['fileName', 'status', owner, ticket, risk, share, 'createdAt', 'progress', 'actions'] },
  play: async ({ canvasElement }) => saying(canvasElement, 'OPS-204'),
};

export const ColumnsThatThrow: Story = {
  args: {
    columns: [
      'fileName',
      'status',
      {
        name: 'broken',
        label: 'Of a broken function',
        cell: () => {
          throw new globalThis.Error('Not my day');
        },
      },
      'progress',
    ],
  },
  play: async ({ canvasElement }) => withRows(canvasElement),
};

export const MarkupOfTheHost: Story = {
  args: { columns: ['fileName', 'status', { name: 'rating', label: 'Rating', slotted: true }, 'progress', 'actions'] },
  play: async ({ canvasElement }) => {
    await withRows(canvasElement);
    const table = tableOf(canvasElement);
    const ids = [...table.shadowRoot!.querySelectorAll<HTMLElement>('[data-id]')].map(({ dataset }) => dataset['id']);
    for (const [at, id] of ids.entries()) {
      const meter = document.createElement('meter');
      meter.slot = `cell:rating:${id}`;
      meter.value = ((at * 7) % 10) / 10;
      meter.ariaLabel = 'Rating';
      table.append(meter);
    }
    await found(canvasElement, 'meter');
  },
};

export const ViewInTheAddress: Story = {
  args: { address: '?status=FAILED,PARTIALLY_ACCEPTED&sort=-totalRecords' },
  play: async ({ canvasElement }) => {
    await withRows(canvasElement);
    await until(() => says(canvasElement, '2 selected'), 'The filter is not in use');
  },
};

/** Every slot of the table filled by its host: heading, introduction, both ends of the toolbar, what is beneath. */
export const SlotsOfTheHost: Story = {
  render: ({ locale }, context) => html`
    <batch-sync-provider base-url=${baseUrlOf(context)} locale=${locale} time-zone="Asia/Kolkata">
      <batch-sync-table page-size="10">
        <h2 slot="heading">Orders of Northwind Pay</h2>
        <p slot="description">Files of the last month. Older ones are in the archive.</p>
        <button slot="toolbar-start" type="button">My team’s</button>
        <button slot="toolbar-end" type="button">Export list</button>
        <p slot="footer">Questions? Ask <a href="#desk">the orders desk</a>.</p>
      </batch-sync-table>
    </batch-sync-provider>
  `,
  play: async ({ canvasElement }) => {
    await withRows(canvasElement);
    const seen = [...canvasElement.querySelectorAll<HTMLElement>('[slot]')].filter(each => each.checkVisibility());
    if (seen.length !== 5) throw new globalThis.Error('A slot does not show what the host has in it');
  },
};

/** What a host says where there are no batches yet. */
export const EmptyOfTheHost: Story = {
  parameters: backend({ scenario: 'empty' }),
  render: (_args, context) => inSlot(context, 'empty', 'Nothing was uploaded this quarter.'),
  play: async ({ canvasElement }) => shown(canvasElement, 'empty'),
};

/** What a host says where nothing is found. */
export const NothingFoundOfTheHost: Story = {
  args: { address: '?q=nothing+is+called+that' },
  render: ({ address }, context) => inSlot(context, 'no-results', 'Not here. Look in the archive.', address),
  play: async ({ canvasElement }) => shown(canvasElement, 'no-results'),
};

/** What a host says where the list could not be loaded. */
export const ErrorOfTheHost: Story = {
  parameters: backend({ scenario: 'error' }),
  render: (_args, context) => inSlot(context, 'error', 'The orders service is being looked after until noon.'),
  play: async ({ canvasElement }) => shown(canvasElement, 'error'),
};

/** What a host says where there is no access. */
export const ForbiddenOfTheHost: Story = {
  parameters: backend({ scenario: 'no-access' }),
  render: (_args, context) => inSlot(context, 'forbidden', 'Ask the orders desk for access.'),
  play: async ({ canvasElement }) => shown(canvasElement, 'forbidden'),
};

function inSlot(context: { parameters: object }, slot: string, words: string, address = '') {
  return html`
    <batch-sync-provider base-url=${baseUrlOf(context)}>
      <batch-sync-table .view=${viewFromParams(address, 10)}><p slot=${slot}>${words}</p></batch-sync-table>
    </batch-sync-provider>
  `;
}

async function shown(canvas: HTMLElement, slot: string): Promise<void> {
  const words = canvas.querySelector<HTMLElement>(`[slot="${slot}"]`)!;
  await until(() => words.checkVisibility(), `The slot ${slot} does not show what the host has in it`);
}

/** Markup, endless words, counts that are none: what no scenario can put on the wire comes from an adapter. */
export const WhateverAServerSays: Story = {
  render: () => {
    const { listBatches, ...others } = createMemoryAdapter({ engine: createEngine({ batches: 40 }) });
    const adapter = {
      ...others,
      listBatches: async (...[view, ctx]: Parameters<typeof listBatches>) => {
        const page = await listBatches(view, ctx);
        const strange = (batch: Batch, at: number): Batch => (at % 2 ? batch : { ...batch, ...strangeBatch(8) });
        return { ...page, items: page.items.slice(0, 6).map(strange) };
      },
      subscribe: undefined as never,
    };
    return html`<batch-sync-table
      .config=${{ adapter, permissions: { orders: 'readWrite' } as const, locale: 'en' }}
    ></batch-sync-table>`;
  },
  play: async ({ canvasElement }) => withRows(canvasElement),
};

/** Long names break where they may, and leave the columns where they are. */
export const LongNames: Story = {
  parameters: backend({ scenario: 'long-names' }),
  play: async ({ canvasElement }) => {
    await withRows(canvasElement);
    await saying(canvasElement, 'second_run_after_the_corrections_');
  },
};

/** Rows become cards of label and value. */
export const Narrow: Story = {
  globals: { width: '320' },
  play: async ({ canvasElement }) => {
    await withRows(canvasElement);
    await until(() => deepQueryAll(canvasElement, '[data-sort]').every(each => !each.checkVisibility()), 'No cards');
  },
};

/** Where eight columns have no room beside each other, a row has two lines. */
export const TwoLines: Story = {
  globals: { width: '720' },
  args: { columns: ['fileName', 'status', 'totalRecords', 'createdAt', owner, 'progress', 'actions'] },
  play: async ({ canvasElement }) => withRows(canvasElement),
};

export const RightToLeft: Story = {
  args: { locale: 'ar-EG' },
  play: async ({ canvasElement }) => withRows(canvasElement),
};
