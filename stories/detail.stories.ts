import { html } from 'lit';
import type { Meta } from '@storybook/web-components-vite';
import { defaultSession } from '../mocks/index.js';
import type { Batch } from '../src/core/batch.js';
import { detailMeta, of, press, saying, see, withTasks } from './support/detail.js';
import type { DetailArgs, DetailStory as Story } from './support/detail.js';
import { deepQuery, found, until } from './support/play.js';

/** Every part of a batch's page, in every state that a batch can be in. What a person does there is in *Acts*. */
const meta: Meta<DetailArgs> = { ...detailMeta, title: 'Elements/batch-sync-detail' };

export default meta;

const own = ({ createdBy }: Batch) => createdBy?.id === defaultSession.user.id;

/** Some tasks were accepted and some rejected: figures, reasons, outcomes, tasks, and what happened. */
export const Default: Story = { ...of('PARTIALLY_ACCEPTED'), tags: ['main', 'pictured'], play: withTasks };

/** Tasks are worked on: how fast, and when it will be done. */
export const Processing: Story = { ...of('PROCESSING'), play: saying('tasks/min') };

/** Figures rise while one looks, without a reload. */
export const Live: Story = {
  ...of('PROCESSING'),
  play: async context => {
    await withTasks(context);
    const figure = () => deepQuery(context.canvasElement, '[part~="stats"] [part~="card-value"]')?.textContent;
    const first = await until(figure, 'There are no figures');
    await until(() => figure() !== first, 'The figures stand still');
  },
};

/** No task ended for minutes: that is said, and nothing looks as if it went on. */
export const StandsStill: Story = {
  ...of('PROCESSING', { scenario: 'endless' }),
  play: saying('No progress for'),
};

export const Queued: Story = { ...of('QUEUED'), play: withTasks };

export const Accepted: Story = { ...of('ACCEPTED'), play: withTasks };

export const Failed: Story = { ...of('FAILED'), play: withTasks };

export const Canceled: Story = { ...of('CANCELED'), play: withTasks };

/** Rejected tasks were sent again in another batch: it leads there. */
export const Retried: Story = {
  ...of(({ childIds }) => childIds.length > 0),
  play: saying('Rejected tasks sent again in'),
};

/** … and that other batch leads back. */
export const Retry: Story = { ...of(({ parentId }) => parentId !== null), play: saying('Made to retry') };

/** Rows read, sent, acknowledged and made into tasks differ: the difference is explained. */
export const SkippedRows: Story = {
  ...of(({ status, totalRecords, totalTasks }) => status === 'ACCEPTED' && totalTasks < totalRecords),
  play: saying('that need no task.'),
};

/** Somebody else's upload: what a checker sees before deciding. */
export const WaitingForMyDecision: Story = {
  ...of(batch => batch.status === 'PENDING_APPROVAL' && !own(batch)),
  tags: ['main', 'pictured'],
  play: saying('First 20 rows'),
};

/** Nobody decides on an upload of their own. */
export const WaitingForSomebodyElse: Story = {
  ...of(batch => batch.status === 'PENDING_APPROVAL' && own(batch)),
  play: saying('somebody else has to approve it'),
};

export const NotApproved: Story = { ...of('APPROVAL_REJECTED'), play: saying('This batch was not approved') };

export const Collapsed: Story = { ...of('PARTIALLY_ACCEPTED'), args: { collapsed: true }, play: withTasks };

/** `hide` leaves out what a host has no use for. */
export const PartsLeftOut: Story = {
  ...of('PARTIALLY_ACCEPTED'),
  args: { hide: 'failures timeline integrity' },
  play: withTasks,
};

export const ReadOnly: Story = { ...of('PARTIALLY_ACCEPTED', { scenario: 'read-only' }), play: withTasks };

/** None of its tasks is queued any more. */
export const Empty: Story = {
  name: 'Empty (no task is queued)',
  ...of('PARTIALLY_ACCEPTED'),
  play: async ({ canvasElement }) => {
    await press(canvasElement, /^Total Queued Tasks/);
    await found(canvasElement, '[part~="empty"]');
  },
};

/** A batch of one row has the same page. */
export const OneRow: Story = {
  ...of('PROCESSING', { meanRows: 1, batches: 14 }),
  play: withTasks,
};

/** The place of everything is kept until it comes. */
export const Loading: Story = {
  ...of('PARTIALLY_ACCEPTED', { scenario: 'stalled' }),
  tags: ['main'],
  play: async ({ canvasElement }) => void (await found(canvasElement, '.skeleton')),
};

/** Answers take seconds; then they are there. */
export const Slow: Story = {
  ...of('PARTIALLY_ACCEPTED', { scenario: 'slow' }),
  play: async context => {
    await found(context.canvasElement, '.skeleton');
    await withTasks(context);
  },
};

/** It is read again; what is known stays. */
export const Refreshing: Story = {
  ...of('PARTIALLY_ACCEPTED', { scenario: 'stalled-later' }),
  play: async context => {
    await withTasks(context);
    const detail = context.canvasElement.querySelector('batch-sync-detail')!;
    void detail.refresh();
    await until(() => detail.matches(':state(refreshing)'), 'It is not read again');
  },
};

/** It could not be read again: what is known stays, and since when it has not changed is said. */
export const Stale: Story = {
  ...of('PROCESSING', { scenario: 'lost-later' }),
  play: async context => {
    await withTasks(context);
    await context.canvasElement.querySelector('batch-sync-detail')!.refresh();
    await see(context.canvasElement, 'It may have changed since.');
  },
};

/** The batch came, its tasks and reasons did not: each says so where it would be. */
export const PartsThatFail: Story = {
  ...of('PARTIALLY_ACCEPTED', { scenario: 'tasks-fail' }),
  play: async ({ canvasElement }) => {
    await see(canvasElement, 'The tasks could not be loaded');
    await see(canvasElement, 'The reasons could not be loaded');
  },
};

export const UnknownToUs: Story = {
  name: 'Statuses that nobody here knows',
  ...of('PARTIALLY_ACCEPTED', { scenario: 'odd' }),
  play: saying('AWAITING_AUDIT'),
};

/** Long names break where they may, and are cut nowhere. */
export const LongNames: Story = {
  ...of('PARTIALLY_ACCEPTED', { scenario: 'long-names' }),
  play: async context => {
    await withTasks(context);
    await see(context.canvasElement, 'of the night shift');
  },
};

export const ManyTasks: Story = {
  name: 'Very many tasks',
  ...of(({ totalTasks }) => totalTasks > 50_000, { scenario: 'many-tasks' }),
  play: withTasks,
};

/** There is a way back. */
export const NotFound: Story = {
  ...of('ACCEPTED'),
  args: { batchId: 'bs_NOWHERE' },
  tags: ['main'],
  play: saying('No such batch'),
};

/** It was there when the list was read (404). */
export const Gone: Story = { ...of('ACCEPTED', { scenario: 'not-found' }), play: saying('No such batch') };

export const Error: Story = {
  name: 'Error (offline)',
  ...of('ACCEPTED', { scenario: 'offline' }),
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="error"]')),
};

/** Half an answer is no answer. */
export const Unreadable: Story = {
  ...of('ACCEPTED', { scenario: 'truncated' }),
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="error"]')),
};

/** The session ended (401), and the host had no other token. */
export const SessionExpired: Story = {
  ...of('ACCEPTED', { scenario: 'expired' }),
  play: saying('Your session has ended'),
};

/** The first token was refused (401); the host gave another one, and nobody noticed. */
export const SessionRenewed: Story = {
  ...of('PARTIALLY_ACCEPTED', { scenario: 'expired-once' }),
  render: (_args, context) => html`
    <batch-sync-provider
      base-url=${context.parameters['baseUrl'] as string}
      .config=${{ getAccessToken: () => Promise.resolve('of this moment') }}
    >
      <batch-sync-detail batch-id=${(context.loaded as { batchId: string }).batchId}></batch-sync-detail>
    </batch-sync-provider>
  `,
  play: withTasks,
};

/** The server refuses (403). */
export const Refused: Story = {
  ...of('ACCEPTED', { scenario: 'forbidden' }),
  play: saying('have access to Batch Sync'),
};

export const NoAccess: Story = {
  ...of('ACCEPTED', { scenario: 'no-access' }),
  play: saying('have access to Batch Sync'),
};

export const NotConfigured: Story = {
  ...of('ACCEPTED'),
  render: () => html`<batch-sync-detail batch-id="bs_1"></batch-sync-detail>`,
  play: saying('is not set up'),
};

/** Without a batch it takes no space and asks for nothing. */
export const NoBatch: Story = {
  ...of('ACCEPTED'),
  render: (_args, { parameters }) => html`
    <batch-sync-provider base-url=${parameters['baseUrl'] as string}>
      <batch-sync-detail></batch-sync-detail>
    </batch-sync-provider>
    <p>Nothing is above this line.</p>
  `,
  play: async ({ canvasElement }) => {
    const detail = canvasElement.querySelector('batch-sync-detail')!;
    await until(() => detail.matches(':state(idle)'), 'It waits for something');
  },
};
