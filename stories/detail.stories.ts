import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { defaultSession } from '../mocks/index.js';
import type { BackendOptions } from '../mocks/index.js';
import type { Batch } from '../src/core/batch.js';
import '../src/define/detail.js';
import '../src/define/provider.js';
import { backend, baseUrlOf } from './support/backend.js';
import { press, stage } from './support/detail.js';
import { found, says, until } from './support/play.js';

interface Args {
  batchId: string;
  collapsed: boolean;
  taskPageSize: number;
  hide: string;
  readonly: boolean;
}

/** Every part of a batch's page, in every state that a batch can be in. What a person does there is in *Acts*. */
const meta: Meta<Args> = {
  title: 'Elements/batch-sync-detail',
  component: 'batch-sync-detail',
  args: { collapsed: false, taskPageSize: 6, hide: '', readonly: false },
  render: ({ batchId, collapsed, taskPageSize, hide, readonly }, context) => html`
    <batch-sync-provider base-url=${baseUrlOf(context)} .config=${{ linkTo: () => '#' }}>
      <batch-sync-detail
        batch-id=${batchId}
        task-page-size=${taskPageSize}
        hide=${hide}
        ?collapsed=${collapsed}
        ?readonly=${readonly}
      ></batch-sync-detail>
    </batch-sync-provider>
  `,
};

export default meta;

type Story = StoryObj<Args>;

const withTasks: Story['play'] = async ({ canvasElement }) => {
  await found(canvasElement, '[part~="row"]:not(.skeleton-row)');
};

/** A story whose text says what it is about. */
const saying =
  (words: string): Story['play'] =>
  async ({ canvasElement }) =>
    void (await until(() => says(canvasElement, words), `It does not say: ${words}`));

/** A batch of an engine of the story's own. */
function of(wanted: Parameters<typeof stage>[0], options: BackendOptions = {}): Pick<Story, 'args' | 'parameters'> {
  const { engine, batchId } = stage(wanted, options);
  return { args: { batchId }, parameters: backend({ engine, ...options }) };
}

const own = ({ createdBy }: Batch) => createdBy?.id === defaultSession.user.id;

export const Default: Story = { ...of('PARTIALLY_ACCEPTED'), play: withTasks };

export const Processing: Story = { ...of('PROCESSING'), play: saying('tasks/min') };

export const StandsStill: Story = { ...of('PROCESSING', { stuck: true }), play: saying('No progress for') };

export const Queued: Story = { ...of('QUEUED'), play: withTasks };

export const Accepted: Story = { ...of('ACCEPTED'), play: withTasks };

export const Failed: Story = { ...of('FAILED'), play: withTasks };

export const Canceled: Story = { ...of('CANCELED'), play: withTasks };

export const Retried: Story = {
  ...of(({ childIds }) => childIds.length > 0),
  play: saying('Rejected tasks sent again in'),
};

export const Retry: Story = { ...of(({ parentId }) => parentId !== null), play: saying('Made to retry') };

export const SkippedRows: Story = {
  ...of(({ status, totalRecords, totalTasks }) => status === 'ACCEPTED' && totalTasks < totalRecords),
  play: saying('that need no task.'),
};

export const WaitingForMyDecision: Story = {
  ...of(batch => batch.status === 'PENDING_APPROVAL' && !own(batch)),
  play: saying('First 20 rows'),
};

export const WaitingForSomebodyElse: Story = {
  ...of(batch => batch.status === 'PENDING_APPROVAL' && own(batch)),
  play: saying('somebody else has to approve it'),
};

export const NotApproved: Story = { ...of('APPROVAL_REJECTED'), play: saying('This batch was not approved') };

export const Collapsed: Story = {
  ...withArgs(of('PARTIALLY_ACCEPTED'), { collapsed: true }),
  play: withTasks,
};

export const PartsLeftOut: Story = {
  ...withArgs(of('PARTIALLY_ACCEPTED'), { hide: 'failures timeline integrity' }),
  play: withTasks,
};

export const ReadOnly: Story = { ...of('PARTIALLY_ACCEPTED', { scenario: 'read-only' }), play: withTasks };

export const Empty: Story = {
  name: 'Empty (no task is queued)',
  ...of('PARTIALLY_ACCEPTED'),
  play: async ({ canvasElement }) => {
    await press(canvasElement, /^Total Queued Tasks/);
    await found(canvasElement, '[part~="empty"]');
  },
};

export const Loading: Story = {
  ...of('PARTIALLY_ACCEPTED', { scenario: 'stalled' }),
  play: async ({ canvasElement }) => void (await found(canvasElement, '.skeleton')),
};

export const UnknownToUs: Story = {
  name: 'Statuses that nobody here knows',
  ...of('PARTIALLY_ACCEPTED', { scenario: 'odd' }),
  play: saying('AWAITING_AUDIT'),
};

export const ManyTasks: Story = {
  name: 'Very many tasks',
  ...of(({ totalTasks }) => totalTasks > 50_000, { batches: 12, meanRows: 100_000 }),
  play: withTasks,
};

export const NotFound: Story = {
  ...withArgs(of('ACCEPTED'), { batchId: 'bs_NOWHERE' }),
  play: saying('No such batch'),
};

export const Error: Story = {
  ...of('ACCEPTED', { scenario: 'offline' }),
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="error"]')),
};

export const NoAccess: Story = {
  ...of('ACCEPTED', { scenario: 'no-access' }),
  play: saying('have access to Batch Sync'),
};

export const NotConfigured: Story = {
  render: () => html`<batch-sync-detail batch-id="bs_1"></batch-sync-detail>`,
  play: saying('is not set up'),
};

function withArgs(
  { args, parameters }: Pick<Story, 'args' | 'parameters'>,
  more: Partial<Args>,
): Pick<Story, 'args' | 'parameters'> {
  return { args: { ...args, ...more }, ...(parameters && { parameters }) };
}
