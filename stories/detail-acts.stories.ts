import { html } from 'lit';
import type { Meta } from '@storybook/web-components-vite';
import { defaultSession } from '../mocks/index.js';
import type { Batch, Breakdown } from '../src/core/batch.js';
import { strangeBatch, strangeBreakdown, strangeTask } from './support/strange.js';
import { adapterOf, confirm, detailMeta, detailOf, of, press, pressing, see, withTasks } from './support/detail.js';
import type { DetailArgs, DetailStory as Story } from './support/detail.js';
import { deepQuery, found, until } from './support/play.js';

/** What a person does with a batch, and what comes of it. */
const meta: Meta<DetailArgs> = { ...detailMeta, title: 'Elements/batch-sync-detail/Acts' };

export default meta;

const retryable = ({ status, allowedActions }: Batch) =>
  status === 'PARTIALLY_ACCEPTED' && allowedActions?.includes('retry') === true;
const syncable = ({ allowedActions }: Batch) => allowedActions?.includes('gateway-sync') === true;
const decidable = ({ status, createdBy }: Batch) =>
  status === 'PENDING_APPROVAL' && createdBy?.id !== defaultSession.user.id;

/** Presses, says yes to the question, and waits for what comes of it. */
function confirming(name: string | RegExp, words: string): Story {
  return {
    play: async context => {
      await withTasks(context);
      await press(context.canvasElement, name);
      await confirm(context.canvasElement);
      await see(context.canvasElement, words);
    },
  };
}

export const RejectedTasks: Story = {
  ...of('PARTIALLY_ACCEPTED'),
  play: pressing([/^Total Rejected Tasks/], 'tasks found'),
};

export const ByReason: Story = {
  ...of('PARTIALLY_ACCEPTED'),
  play: pressing([/^The gateway has no transaction/], 'tasks found'),
};

export const ByGateway: Story = { ...of('PARTIALLY_ACCEPTED'), play: pressing(['RAZORPAY'], 'tasks found') };

export const Sorted: Story = {
  ...of('PARTIALLY_ACCEPTED'),
  play: async context => {
    await withTasks(context);
    await press(context.canvasElement, 'Updated');
    await press(context.canvasElement, 'Updated');
    await found(context.canvasElement, '[aria-sort="descending"]');
  },
};

export const NothingFound: Story = {
  ...of('PARTIALLY_ACCEPTED'),
  play: async context => {
    await withTasks(context);
    const search = (await found(context.canvasElement, '.search-input')) as HTMLInputElement;
    search.value = 'no order is called that';
    search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await see(context.canvasElement, 'No task matches');
  },
};

export const ResponseOfATask: Story = {
  ...of('PARTIALLY_ACCEPTED'),
  play: async context => {
    await pressing([/^Total Rejected Tasks/], 'tasks found')(context);
    await press(context.canvasElement, /^Details of row/);
    await found(context.canvasElement, '.response');
  },
};

export const ChoosingAFile: Story = {
  ...of('PARTIALLY_ACCEPTED'),
  play: async context => {
    await pressing([/^Total Rejected Tasks/], 'tasks found')(context);
    await press(context.canvasElement, 'Choose what to download');
    await until(() => deepQuery(context.canvasElement, '[role="menu"]:popover-open'), 'The menu is not open');
  },
};

/** The file is put together page by page, and can be given up. */
export const PreparingAFile: Story = {
  ...of('PROCESSING', { scenario: 'export-stalls' }),
  play: pressing(['Download Data'], '200 of'),
};

/** All pages came: opening this story saves a file, as the press did that it makes. */
export const FileSaved: Story = { ...of('PARTIALLY_ACCEPTED'), play: pressing(['Download Data'], 'tasks was saved.') };

/** A page failed: no file is saved that looks complete. */
export const NoFile: Story = {
  ...of('PARTIALLY_ACCEPTED', { scenario: 'export-fails' }),
  play: pressing(['Download Data'], 'No file was saved'),
};

export const RetryQuestion: Story = { ...of(retryable), play: pressing([/^Retry \d+/], 'as a new batch') };

export const RetryStarted: Story = {
  ...of(retryable),
  ...confirming(/^Retry \d+/, 'are sent again in a new batch.'),
};

/** From the batch whose rejected tasks were sent again to the one that has them. */
export const RetryOpened: Story = {
  ...of(({ childIds }) => childIds.length > 0),
  play: pressing([/^bs_/], 'Made to retry'),
};

export const GatewaySyncRunning: Story = {
  ...of(syncable),
  ...confirming('Sync with Gateway', 'Gateway sync started'),
};

/** The connection was cut: nobody knows whether it began, and asking again begins no second one. */
export const GatewaySyncUnknown: Story = {
  ...of(syncable, { scenario: 'acts-lost' }),
  ...confirming('Sync with Gateway', 'nothing happens twice'),
};

/** Somebody else was quicker (409). */
export const RunningAlready: Story = {
  ...of(syncable, { scenario: 'running' }),
  ...confirming('Sync with Gateway', 'Somebody else changed this at the same time.'),
};

export const CancelQuestion: Story = {
  ...of('PROCESSING'),
  play: pressing(['Cancel batch'], 'will not be sent'),
};

export const CanceledNow: Story = { ...of('PROCESSING'), ...confirming('Cancel batch', 'was canceled.') };

export const Approved: Story = {
  ...of(decidable),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Approve');
    await see(canvasElement, 'was approved.');
  },
};

/** Who rejects says why. */
export const Rejected: Story = {
  ...of(decidable),
  play: async ({ canvasElement }) => {
    const comment = (await found(canvasElement, 'textarea')) as HTMLTextAreaElement;
    comment.value = 'Two gateways are missing.';
    comment.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await press(canvasElement, 'Reject');
    await see(canvasElement, 'was rejected.');
  },
};

/** The decision is on its way; it is not made twice. */
export const Deciding: Story = {
  ...of(decidable, { scenario: 'acts-stalled' }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Approve');
    await found(canvasElement, '[part~="button"][aria-disabled="true"]');
  },
};

export const SupportBundleByHand: Story = {
  ...of('PARTIALLY_ACCEPTED'),
  play: async context => {
    await withTasks(context);
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    try {
      await press(context.canvasElement, 'Copy support bundle');
      await found(context.canvasElement, '.support-text');
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  },
};

/** Markup, endless words, counts that are none: what no scenario can put on the wire comes from an adapter. */
export const WhateverAServerSays: Story = {
  ...of('PARTIALLY_ACCEPTED'),
  render: (args, context) => {
    const adapter = adapterOf(context, ({ getBatch, listTasks }) => ({
      getBatch: async (id, ctx): Promise<Batch> => ({ ...(await getBatch(id, ctx)), ...strangeBatch(8) }),
      breakdown: async (): Promise<Breakdown> => strangeBreakdown(8),
      listTasks: async (id, query, ctx) => {
        const page = await listTasks(id, query, ctx);
        return { ...page, items: page.items.map(task => ({ ...task, ...strangeTask })) };
      },
    }));
    return html`<batch-sync-provider .config=${{ adapter, linkTo: () => '#' }}>
      ${detailOf(args, context)}
    </batch-sync-provider>`;
  },
  play: async context => {
    await withTasks(context);
    await press(context.canvasElement, /^Details of row/);
    await found(context.canvasElement, '.response');
  },
};

export const Narrow: Story = { ...of('PARTIALLY_ACCEPTED'), globals: { width: '320' }, play: withTasks };

export const RightToLeft: Story = { ...of('PARTIALLY_ACCEPTED'), args: { locale: 'ar-EG' }, play: withTasks };
