import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/provider.js';
import '../src/define/table.js';
import type { Batch, BatchSyncTable, BatchTableColumn } from '../src/index.js';
import { viewFromParams } from '../src/index.js';
import { found, says, until } from './support/play.js';
import { strangeBatch } from './support/strange.js';
import { adapterWith, saying, tableOf, withRows } from './support/table.js';

interface Args {
  columns: BatchSyncTable['columns'];
  locale: string;
  /** Pixels of the place that the host has for it; 0 for all there is. */
  width: number;
  /** What the host has in its address. */
  address: string;
}

/** What hosts make of the table: columns and markup of their own, a view in their address, little room. */
const meta: Meta<Args> = {
  title: 'Elements/batch-sync-table/In a host',
  component: 'batch-sync-table',
  args: { columns: null, locale: 'en-IN', width: 0, address: '' },
  render: ({ columns, locale, width, address }) => html`
    <div style=${width > 0 ? `max-inline-size: ${width}px` : ''}>
      <batch-sync-provider
        locale=${locale}
        time-zone="Asia/Kolkata"
        .config=${{ adapter: adapterWith(), permissions: { orders: 'readWrite' } as const, linkTo: () => '#' }}
      >
        <batch-sync-table page-size="10" .columns=${columns} .view=${viewFromParams(address, 10)}></batch-sync-table>
      </batch-sync-provider>
    </div>
  `,
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

export const WhateverAServerSays: Story = {
  render: () => {
    const adapter = adapterWith(({ listBatches }) => ({
      listBatches: async (view, ctx) => {
        const page = await listBatches(view, ctx);
        const strange = (batch: Batch, at: number): Batch => (at % 2 ? batch : { ...batch, ...strangeBatch(8) });
        return { ...page, items: page.items.slice(0, 6).map(strange) };
      },
      subscribe: undefined as never,
    }));
    return html`<batch-sync-table
      .config=${{ adapter, permissions: { orders: 'readWrite' } as const, locale: 'en' }}
    ></batch-sync-table>`;
  },
  play: async ({ canvasElement }) => withRows(canvasElement),
};

export const Narrow: Story = {
  args: { width: 320 },
  play: async ({ canvasElement }) => withRows(canvasElement),
};

export const TwoLines: Story = {
  args: { width: 720, columns: ['fileName', 'status', 'totalRecords', 'createdAt', owner, 'progress', 'actions'] },
  play: async ({ canvasElement }) => withRows(canvasElement),
};

export const RightToLeft: Story = {
  args: { locale: 'ar-EG' },
  play: async ({ canvasElement }) => withRows(canvasElement),
};
