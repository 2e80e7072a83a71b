import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { ProblemError } from '../src/core/index.js';
import '../src/define/provider.js';
import '../src/define/table.js';
import { backend, baseUrlOf } from './support/backend.js';
import { found, says, until } from './support/play.js';
import { adapterWith, tableOf, withRows } from './support/table.js';

interface Args {
  heading: string;
  density: 'comfortable' | 'compact';
  pageSize: number;
  hide: string;
  readonly: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/batch-sync-table',
  component: 'batch-sync-table',
  args: { heading: 'Batch Sync', density: 'comfortable', pageSize: 20, hide: '', readonly: false },
  argTypes: {
    density: { control: 'inline-radio', options: ['comfortable', 'compact'] },
    pageSize: { control: 'select', options: [10, 20, 50, 100] },
  },
  render: ({ heading, density, pageSize, hide, readonly }, context) => html`
    <batch-sync-provider base-url=${baseUrlOf(context)}>
      <batch-sync-table
        heading=${heading}
        density=${density}
        page-size=${pageSize}
        hide=${hide}
        ?readonly=${readonly}
      ></batch-sync-table>
    </batch-sync-provider>
  `,
  parameters: backend(),
};

export default meta;

type Story = StoryObj<Args>;

export const Default: Story = {
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="file-link"]')),
};

export const Compact: Story = {
  args: { density: 'compact', pageSize: 50 },
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="file-link"]')),
};

export const Empty: Story = {
  parameters: backend({ scenario: 'empty' }),
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="empty"]')),
};

export const NothingFound: Story = {
  play: async ({ canvasElement }) => {
    const search = (await found(canvasElement, 'input[type="search"], [part~="search"] input')) as HTMLInputElement;
    await found(canvasElement, '[part~="file-link"]');
    search.value = 'no file is called that';
    search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await found(canvasElement, '[part~="empty"]');
  },
};

export const EmptyReadOnly: Story = {
  parameters: backend({ scenario: ['empty', 'read-only'] }),
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="empty"]')),
};

export const Loading: Story = {
  parameters: backend({ scenario: 'stalled' }),
  play: async ({ canvasElement }) => void (await found(canvasElement, '.skeleton-row')),
};

export const Stale: Story = {
  render: () => {
    let reads = 0;
    const adapter = adapterWith(({ listBatches }) => ({
      listBatches: (view, ctx) =>
        ++reads === 1 ? listBatches(view, ctx) : Promise.reject(new ProblemError({ code: 'network', retryable: true })),
    }));
    return html`<batch-sync-table
      .config=${{ adapter, permissions: { orders: 'readWrite' } as const }}
    ></batch-sync-table>`;
  },
  play: async ({ canvasElement }) => {
    await withRows(canvasElement);
    await tableOf(canvasElement).refresh();
    await until(() => says(canvasElement, 'They may have changed since.'), 'It does not say since when');
  },
};

export const RightsUnknown: Story = {
  render: () => {
    const refused = () => Promise.reject(new ProblemError({ code: 'unavailable', status: 503, retryable: true }));
    const adapter = adapterWith(() => ({ capabilities: refused }));
    return html`<batch-sync-table .config=${{ adapter }}></batch-sync-table>`;
  },
  play: async ({ canvasElement }) =>
    void (await until(() => says(canvasElement, 'shown read only'), 'It does not say that it is read only')),
};

export const Error: Story = {
  parameters: backend({ scenario: 'error' }),
  play: async ({ canvasElement }) => {
    await found(canvasElement, '[part~="error"]');
    await until(() => says(canvasElement, 'req_internal_error_5f21'), 'The request id is not shown');
  },
};

export const NoAccess: Story = {
  parameters: backend({ scenario: 'no-access' }),
  play: async ({ canvasElement }) =>
    void (await until(
      () => says(canvasElement, 'have access to Batch Sync'),
      'It does not say that there is no access',
    )),
};

export const ReadOnly: Story = {
  parameters: backend({ scenario: 'read-only' }),
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="file-link"]')),
};

export const Refused: Story = {
  parameters: backend({ scenario: 'forbidden' }),
  play: async ({ canvasElement }) =>
    void (await until(
      () => says(canvasElement, 'have access to Batch Sync'),
      'It does not say that there is no access',
    )),
};

export const Offline: Story = {
  parameters: backend({ scenario: 'offline' }),
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="error"]')),
};

export const NotConfigured: Story = {
  render: () => html`<batch-sync-table></batch-sync-table>`,
  play: async ({ canvasElement }) =>
    void (await until(() => says(canvasElement, 'is not set up'), 'It does not say that it is not set up')),
};

export const TenThousand: Story = {
  parameters: backend({ scenario: 'many' }),
  play: async ({ canvasElement }) =>
    void (await until(() => says(canvasElement, 'of 10,000'), 'The total is not shown')),
};
