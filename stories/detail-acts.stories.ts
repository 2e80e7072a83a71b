import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { defaultSession } from '../mocks/index.js';
import type { BatchSyncAdapter } from '../src/adapter/index.js';
import type { Batch, Breakdown, Page, Task } from '../src/core/batch.js';
import { ProblemError } from '../src/core/index.js';
import '../src/define/detail.js';
import '../src/define/provider.js';
import { strangeBatch, strangeBreakdown, strangeTask } from './support/strange.js';
import { adapterOf, press, stage } from './support/detail.js';
import type { Stage } from './support/detail.js';
import { deepQuery, found, says, until } from './support/play.js';

interface Args {
  /** Set anew whenever a story is opened: what was done before is forgotten. */
  scene: () => { readonly batchId: string; readonly adapter: BatchSyncAdapter };
  locale: string;
}

/** What a person does with a batch, and what comes of it. */
const meta: Meta<Args> = {
  title: 'Elements/batch-sync-detail/Acts',
  component: 'batch-sync-detail',
  argTypes: { scene: { table: { disable: true } } },
  args: { locale: 'en' },
  render: ({ scene, locale }) => {
    const { batchId, adapter } = scene();
    return html`
      <batch-sync-provider .config=${{ adapter, locale, linkTo: () => '#' }}>
        <batch-sync-detail batch-id=${batchId} task-page-size="6"></batch-sync-detail>
      </batch-sync-provider>
    `;
  },
};

export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

/** A batch on a stage of its own; some answers are the story's. */
function on(
  wanted: Parameters<typeof stage>[0],
  change: (adapter: BatchSyncAdapter, set: Stage) => Partial<BatchSyncAdapter> = () => ({}),
): Pick<Args, 'scene'> {
  return {
    scene: () => {
      const set = stage(wanted);
      return { batchId: set.batchId, adapter: adapterOf(set, adapter => change(adapter, set)) };
    },
  };
}

const withTasks = (canvas: ParentNode) => found(canvas, '[part~="row"]:not(.skeleton-row)');

async function saying(canvas: ParentNode, words: string): Promise<void> {
  await until(() => says(canvas, words), `It does not say: ${words}`);
}

/** Presses one control after the other, and waits for what the last one brings. */
function pressing(names: readonly (string | RegExp)[], words: string): Play {
  return async ({ canvasElement }) => {
    await withTasks(canvasElement);
    for (const name of names) await press(canvasElement, name);
    await saying(canvasElement, words);
  };
}

const retryable = ({ status, allowedActions }: Batch) =>
  status === 'PARTIALLY_ACCEPTED' && allowedActions?.includes('retry') === true;
const syncable = ({ allowedActions }: Batch) => allowedActions?.includes('gateway-sync') === true;
const decidable = ({ status, createdBy }: Batch) =>
  status === 'PENDING_APPROVAL' && createdBy?.id !== defaultSession.user.id;

/** Answers for a file, and only those: a page of a list is smaller. */
function filesOnly(
  { listTasks }: BatchSyncAdapter,
  answer: () => Promise<Page<Task>>,
): Pick<BatchSyncAdapter, 'listTasks'> {
  return { listTasks: (id, query, ctx) => (query.limit === 1000 ? answer() : listTasks(id, query, ctx)) };
}

export const RejectedTasks: Story = {
  args: on('PARTIALLY_ACCEPTED'),
  play: pressing([/^Total Rejected Tasks/], 'tasks found'),
};

export const ByReason: Story = {
  args: on('PARTIALLY_ACCEPTED'),
  play: pressing([/^The gateway has no transaction/], 'found'),
};

export const ByGateway: Story = { args: on('PARTIALLY_ACCEPTED'), play: pressing(['RAZORPAY'], 'tasks found') };

export const Sorted: Story = {
  args: on('PARTIALLY_ACCEPTED'),
  play: async ({ canvasElement }) => {
    await withTasks(canvasElement);
    await press(canvasElement, 'Updated');
    await press(canvasElement, 'Updated');
    await found(canvasElement, '[aria-sort="descending"]');
  },
};

export const NothingFound: Story = {
  args: on('PARTIALLY_ACCEPTED'),
  play: async ({ canvasElement }) => {
    await withTasks(canvasElement);
    const search = (await found(canvasElement, '.search-input')) as HTMLInputElement;
    search.value = 'no order is called that';
    search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await saying(canvasElement, 'No task matches');
  },
};

export const ResponseOfATask: Story = {
  args: on('PARTIALLY_ACCEPTED'),
  play: async ({ canvasElement }) => {
    await withTasks(canvasElement);
    await press(canvasElement, /^Total Rejected Tasks/);
    await saying(canvasElement, 'tasks found');
    await press(canvasElement, /^Details of row/);
    await found(canvasElement, '.response');
  },
};

export const ChoosingAFile: Story = {
  args: on('PARTIALLY_ACCEPTED'),
  play: async ({ canvasElement }) => {
    await withTasks(canvasElement);
    await press(canvasElement, /^Total Rejected Tasks/);
    await press(canvasElement, 'Choose what to download');
    await until(() => deepQuery(canvasElement, '[role="menu"]:popover-open'), 'The menu is not open');
  },
};

export const PreparingAFile: Story = {
  args: on('PROCESSING', adapter => {
    let pages = 0;
    const { listTasks } = adapter;
    return {
      listTasks: (id, query, ctx) => {
        if (query.limit < 1000) return listTasks(id, query, ctx);
        pages += 1;
        return pages > 1 ? new Promise<never>(() => {}) : listTasks(id, { ...query, limit: 200 }, ctx);
      },
    };
  }),
  play: pressing(['Download Data'], '200 of'),
};

export const NoFile: Story = {
  args: on('PARTIALLY_ACCEPTED', adapter =>
    filesOnly(adapter, () =>
      Promise.reject(new ProblemError({ code: 'server_error', status: 500, requestId: 'req_export_5f21' })),
    ),
  ),
  play: pressing(['Download Data'], 'No file was saved'),
};

export const RetryQuestion: Story = { args: on(retryable), play: pressing([/^Retry \d+/], 'as a new batch') };

export const RetryStarted: Story = {
  args: on(retryable),
  play: async ({ canvasElement }) => {
    await withTasks(canvasElement);
    await press(canvasElement, /^Retry \d+/);
    await confirm(canvasElement);
    await saying(canvasElement, 'are sent again in a new batch.');
  },
};

export const GatewaySyncRunning: Story = {
  args: on(syncable),
  play: async ({ canvasElement }) => {
    await withTasks(canvasElement);
    await press(canvasElement, 'Sync with Gateway');
    await confirm(canvasElement);
    await saying(canvasElement, 'Gateway sync started');
  },
};

export const GatewaySyncFailed: Story = {
  args: on(syncable, () => ({
    syncWithGateway: () => Promise.reject(new ProblemError({ code: 'network', retryable: true })),
  })),
  play: async ({ canvasElement }) => {
    await withTasks(canvasElement);
    await press(canvasElement, 'Sync with Gateway');
    await confirm(canvasElement);
    await saying(canvasElement, 'nothing happens twice');
  },
};

export const CancelQuestion: Story = {
  args: on('PROCESSING'),
  play: pressing(['Cancel batch'], 'will not be sent'),
};

export const CanceledNow: Story = {
  args: on('PROCESSING'),
  play: async ({ canvasElement }) => {
    await withTasks(canvasElement);
    await press(canvasElement, 'Cancel batch');
    await confirm(canvasElement);
    await saying(canvasElement, 'was canceled.');
  },
};

export const Approved: Story = {
  args: on(decidable),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Approve');
    await saying(canvasElement, 'was approved.');
  },
};

export const SupportBundleByHand: Story = {
  args: on('PARTIALLY_ACCEPTED'),
  play: async ({ canvasElement }) => {
    await withTasks(canvasElement);
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    try {
      await press(canvasElement, 'Copy support bundle');
      await found(canvasElement, '.support-text');
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  },
};

export const Stale: Story = {
  args: on('PROCESSING', ({ getBatch }) => {
    let reads = 0;
    return {
      getBatch: (id, ctx) =>
        ++reads === 1 ? getBatch(id, ctx) : Promise.reject(new ProblemError({ code: 'network', retryable: true })),
    };
  }),
  play: async ({ canvasElement }) => {
    await withTasks(canvasElement);
    await canvasElement.querySelector('batch-sync-detail')!.refresh();
    await saying(canvasElement, 'It may have changed since.');
  },
};

export const PartsThatFail: Story = {
  args: on('PARTIALLY_ACCEPTED', () => ({
    listTasks: () => Promise.reject(new ProblemError({ code: 'unavailable', status: 503, retryable: true })),
    breakdown: () => Promise.reject(new ProblemError({ code: 'unavailable', status: 503, retryable: true })),
  })),
  play: async ({ canvasElement }) => {
    await saying(canvasElement, 'The tasks could not be loaded');
    await saying(canvasElement, 'The reasons could not be loaded');
  },
};

export const WhateverAServerSays: Story = {
  args: on('PARTIALLY_ACCEPTED', ({ getBatch, listTasks }) => ({
    getBatch: async (id, ctx): Promise<Batch> => ({ ...(await getBatch(id, ctx)), ...strangeBatch(8) }),
    breakdown: async (): Promise<Breakdown> => strangeBreakdown(8),
    listTasks: async (id, query, ctx) => {
      const page = await listTasks(id, query, ctx);
      return { ...page, items: page.items.map(task => ({ ...task, ...strangeTask })) };
    },
  })),
  play: async ({ canvasElement }) => {
    await withTasks(canvasElement);
    await press(canvasElement, /^Details of row/);
    await found(canvasElement, '.response');
  },
};

export const Narrow: Story = {
  args: on('PARTIALLY_ACCEPTED'),
  decorators: [story => html`<div class="narrow-frame" style="max-inline-size: 320px">${story()}</div>`],
  play: async ({ canvasElement }) => void (await withTasks(canvasElement)),
};

export const RightToLeft: Story = {
  args: { ...on('PARTIALLY_ACCEPTED'), locale: 'ar-EG' },
  play: async ({ canvasElement }) => void (await withTasks(canvasElement)),
};

/** Says yes to the question on screen. */
async function confirm(canvas: ParentNode): Promise<void> {
  const yes = await found(canvas, 'dialog[open] .button-primary');
  yes.click();
}
