import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { BatchRowAction, View } from '../src/index.js';
import { backend, baseUrlOf, renewed } from './support/backend.js';
import { found, until } from './support/play.js';
import { openFilter, press, saying, searchFor, tableOf, withRows } from './support/table.js';

interface Args {
  view: Partial<View>;
  rowActions: (() => readonly BatchRowAction[]) | null;
}

/** What a person does with the list, and what comes of it. */
const meta: Meta<Args> = {
  title: 'Elements/batch-sync-table/Acts',
  component: 'batch-sync-table',
  argTypes: { rowActions: { table: { disable: true } } },
  args: { view: {}, rowActions: null },
  loaders: [renewed],
  render: ({ view, rowActions }, context) => html`
    <batch-sync-provider base-url=${baseUrlOf(context)} locale="en-IN" time-zone="Asia/Kolkata">
      <batch-sync-table page-size="10" .view=${view as View} .rowActions=${rowActions}></batch-sync-table>
    </batch-sync-provider>
  `,
  parameters: { ...backend({ batches: 40 }) },
};

export default meta;

type Story = StoryObj<Args>;

export const ChoosingStatuses: Story = {
  play: async ({ canvasElement }) => {
    await openFilter(canvasElement, 'status');
    for (const status of ['FAILED', 'PARTIALLY_ACCEPTED']) {
      (await found(canvasElement, `[data-status="${status}"]`)).click();
    }
    await found(canvasElement, '[part~="filter-chosen"]');
  },
};

export const ChoosingDays: Story = {
  play: async ({ canvasElement }) => {
    await openFilter(canvasElement, 'created');
    await press(canvasElement, 'Last 7 days');
    await saying(canvasElement, 'Created: Last 7 days');
  },
};

export const DaysTheWrongWayRound: Story = {
  args: { view: { createdFrom: '2026-10-10T18:30:00Z' } },
  play: async ({ canvasElement }) => {
    (await found(canvasElement, '[data-filter="created"]')).click();
    const to = (await found(canvasElement, '[name="to"]')) as HTMLInputElement;
    to.value = '2026-10-01';
    to.dispatchEvent(new Event('change', { bubbles: true }));
    await saying(canvasElement, '“From” is after “To”.');
  },
};

export const Filtered: Story = {
  args: { view: { statuses: ['ACCEPTED', 'CANCELED'], createdFrom: '2020-01-01T18:30:00Z' } },
  play: async ({ canvasElement }) => {
    await withRows(canvasElement);
    await saying(canvasElement, 'Clear filters');
  },
};

export const NothingOfThisStatus: Story = {
  args: { view: { statuses: ['APPROVAL_REJECTED'], createdTo: '2020-01-01T18:30:00Z' } },
  play: async ({ canvasElement }) => saying(canvasElement, 'No batch is what these filters ask for.'),
};

export const AnotherSpelling: Story = {
  play: async ({ canvasElement }) => {
    await searchFor(canvasElement, 'ORDERS_SOUTH');
    await saying(canvasElement, 'would match if case is ignored.');
  },
};

export const Sorted: Story = {
  play: async ({ canvasElement }) => {
    await withRows(canvasElement);
    (await found(canvasElement, '[data-sort="totalRecords"]')).click();
    await until(() => tableOf(canvasElement).view.sort === 'totalRecords', 'It is not sorted');
    await found(canvasElement, '[part~="header-cell-ascending"]');
  },
};

export const SecondPage: Story = {
  play: async ({ canvasElement }) => {
    await withRows(canvasElement);
    await press(canvasElement, 'Next page');
    await saying(canvasElement, '11–20 of 40');
  },
};

export const ColumnsAndDensity: Story = {
  play: async ({ canvasElement }) => arrange(canvasElement),
};

export const Arranged: Story = {
  play: async ({ canvasElement }) => {
    await arrange(canvasElement);
    await press(canvasElement, 'Done');
    await until(() => tableOf(canvasElement).shadowRoot?.querySelector('dialog[open]') === null, 'The dialog is open');
  },
};

export const GatewayQuestion: Story = {
  parameters: backend(),
  play: async ({ canvasElement }) => {
    await withRows(canvasElement);
    (await found(canvasElement, '[data-act="gateway-sync"]:not([aria-disabled])')).click();
    await found(canvasElement, 'dialog[open]');
  },
};

export const GatewaySyncRunning: Story = {
  parameters: backend({ scenario: 'acts-stalled' }),
  play: async ({ canvasElement }) => {
    await syncWithGateway(canvasElement);
    await found(canvasElement, '[data-act="gateway-sync"] .icon');
  },
};

/** The server has begun it: a word says so, and the row is as it was. */
export const GatewaySyncBegun: Story = {
  parameters: backend(),
  play: async ({ canvasElement }) => {
    await syncWithGateway(canvasElement);
    await saying(canvasElement, 'has started.');
  },
};

export const GatewaySyncFailed: Story = {
  parameters: backend({ scenario: 'acts-fail' }),
  play: async ({ canvasElement }) => {
    await syncWithGateway(canvasElement);
    await saying(canvasElement, 'req_unavailable_5f21');
  },
};

/** Somebody else was quicker (409). */
export const RunningAlready: Story = {
  parameters: backend({ scenario: 'running' }),
  play: async ({ canvasElement }) => {
    await syncWithGateway(canvasElement);
    await saying(canvasElement, 'Somebody else changed this at the same time.');
  },
};

/** The menu that a host adds to a row. */
const menu: Partial<Args> = {
  rowActions: () => [
    { name: 'note', label: 'Add a note', icon: 'info', run: () => Promise.reject(new Error('The notes are closed')) },
    { name: 'audit', label: 'Open in audit log', icon: 'external', href: 'https://example.com/audit' },
    { name: 'assign', label: 'Assign to me', icon: 'person', disabled: 'Only while somebody is on duty' },
    { name: 'archive', label: 'Archive', icon: 'trash', destructive: true },
  ],
};

export const RowMenu: Story = {
  args: menu,
  play: async ({ canvasElement }) => {
    await withRows(canvasElement);
    (await found(canvasElement, '[data-act="menu"]')).click();
    await found(canvasElement, '[part~="menu"]:popover-open');
  },
};

export const RowActionFailed: Story = {
  args: menu,
  play: async ({ canvasElement }) => {
    await withRows(canvasElement);
    (await found(canvasElement, '[data-act="menu"]')).click();
    (await found(canvasElement, '[data-action="note"]')).click();
    await found(canvasElement, '[part~="notice-failed"]');
  },
};

async function syncWithGateway(canvas: ParentNode): Promise<void> {
  await withRows(canvas);
  (await found(canvas, '[data-act="gateway-sync"]:not([aria-disabled])')).click();
  (await found(canvas, 'dialog[open] .button-primary')).click();
}

async function arrange(canvas: ParentNode): Promise<void> {
  await withRows(canvas);
  await press(canvas, 'Columns and density');
  await press(canvas, 'Move “Tasks Progress” up');
  (await found(canvas, '[data-column="updatedAt"] input')).click();
  await saying(canvas, 'Tasks Progress: place 6 of 8');
}
