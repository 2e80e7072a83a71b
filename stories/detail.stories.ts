import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { createEngine, defaultSession } from '../mocks/index.js';
import type { BackendOptions } from '../mocks/index.js';
import type { BatchStatus } from '../src/core/status.js';
import { defaultView } from '../src/core/index.js';
import '../src/define/detail.js';
import '../src/define/provider.js';
import { backend, baseUrlOf } from './support/backend.js';
import { found, says, until } from './support/play.js';

interface Args {
  batchId: string;
  collapsed: boolean;
  hide: string;
  readonly: boolean;
}

const engine = createEngine();

/** The newest of the mock backend's batches in a state. */
function batchIn(status: BatchStatus): string {
  const { items } = engine.listBatches(defaultSession, { ...defaultView, statuses: [status] });
  return items[0]?.id ?? '';
}

function situation(options: BackendOptions = {}) {
  return backend({ engine, ...options });
}

const meta: Meta<Args> = {
  title: 'Elements/batch-sync-detail',
  component: 'batch-sync-detail',
  args: { batchId: batchIn('PARTIALLY_ACCEPTED'), collapsed: false, hide: '', readonly: false },
  render: ({ batchId, collapsed, hide, readonly }, context) => html`
    <batch-sync-provider base-url=${baseUrlOf(context)}>
      <batch-sync-detail
        batch-id=${batchId}
        hide=${hide}
        ?collapsed=${collapsed}
        ?readonly=${readonly}
      ></batch-sync-detail>
    </batch-sync-provider>
  `,
  parameters: situation(),
};

export default meta;

type Story = StoryObj<Args>;

const withTasks: Story['play'] = async ({ canvasElement }) => void (await found(canvasElement, '[part~="row"]'));

export const Default: Story = { play: withTasks };

export const Processing: Story = { args: { batchId: batchIn('PROCESSING') }, play: withTasks };

export const Accepted: Story = { args: { batchId: batchIn('ACCEPTED') }, play: withTasks };

export const Failed: Story = { args: { batchId: batchIn('FAILED') }, play: withTasks };

export const WaitingForApproval: Story = {
  args: { batchId: batchIn('PENDING_APPROVAL') },
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="status-pending-approval"]')),
};

export const Collapsed: Story = { args: { collapsed: true }, play: withTasks };

export const ReadOnly: Story = { parameters: situation({ scenario: 'read-only' }), play: withTasks };

export const Empty: Story = {
  name: 'Empty (no task is queued)',
  play: async ({ canvasElement }) => {
    await found(canvasElement, '[part~="row"]');
    const cards = [...canvasElement.querySelector('batch-sync-detail')!.shadowRoot!.querySelectorAll('[aria-pressed]')];
    const queued = cards.find(card => card.textContent?.includes('Total Queued Tasks')) as HTMLButtonElement;
    queued.click();
    await found(canvasElement, '[part~="empty"]');
  },
};

export const NotFound: Story = {
  args: { batchId: 'bs_NOWHERE' },
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="error"], [part~="empty"]')),
};

export const Error: Story = {
  parameters: situation({ scenario: 'offline' }),
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="error"]')),
};

export const NoAccess: Story = {
  parameters: situation({ scenario: 'no-access' }),
  play: async ({ canvasElement }) =>
    void (await until(
      () => says(canvasElement, 'have access to Batch Sync'),
      'It does not say that there is no access',
    )),
};

export const NotConfigured: Story = {
  render: () => html`<batch-sync-detail batch-id="bs_1"></batch-sync-detail>`,
  play: async ({ canvasElement }) =>
    void (await until(() => says(canvasElement, 'is not set up'), 'It does not say that it is not set up')),
};
