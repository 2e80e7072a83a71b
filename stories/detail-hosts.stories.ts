import { html } from 'lit';
import type { Meta } from '@storybook/web-components-vite';
import { baseUrlOf } from './support/backend.js';
import { detailMeta, of } from './support/detail.js';
import type { DetailArgs, DetailStory as Story } from './support/detail.js';
import { inSlots, slotted } from './support/slots.js';

/** What hosts put into a batch's page: actions and figures of their own, and other words where something is not there. */
const meta: Meta<DetailArgs> = { ...detailMeta, title: 'Elements/batch-sync-detail/In a host' };

export default meta;

function withSlots(
  wanted: Parameters<typeof of>[0],
  options: Parameters<typeof of>[1],
  slots: readonly string[],
): Story {
  return {
    ...of(wanted, options),
    render: ({ batchId }, context) => html`
      <batch-sync-provider base-url=${baseUrlOf(context)}>
        <batch-sync-detail batch-id=${batchId || (context.loaded as { batchId: string }).batchId} task-page-size="6">
          ${inSlots(slots)}
        </batch-sync-detail>
      </batch-sync-provider>
    `,
    play: ({ canvasElement }) => slotted(canvasElement, slots),
  };
}

/** Around the figures, at the heading, and at the end. */
export const SlotsOfTheHost: Story = withSlots('PARTIALLY_ACCEPTED', {}, [
  'header-actions',
  'before-stats',
  'after-stats',
  'footer',
]);

/** What a host says where no tasks were made of a batch. */
export const NoTasksOfTheHost: Story = withSlots('APPROVAL_REJECTED', {}, ['tasks-empty']);

export const ErrorOfTheHost: Story = withSlots('ACCEPTED', { scenario: 'offline' }, ['error']);

export const ForbiddenOfTheHost: Story = withSlots('ACCEPTED', { scenario: 'no-access' }, ['forbidden']);

export const NotFoundOfTheHost: Story = {
  ...withSlots('ACCEPTED', {}, ['not-found']),
  args: { batchId: 'bs_NOWHERE' },
};
