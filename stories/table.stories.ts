import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { backend, baseUrlOf } from './support/backend.js';
import { deepQuery, deepQueryAll, found, until } from './support/play.js';
import { saying, searchFor, tableOf, withRows } from './support/table.js';

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

const rows: NonNullable<Story['play']> = ({ canvasElement }) => withRows(canvasElement);

/** A story whose text says what it is about. */
const says =
  (words: string): Story['play'] =>
  ({ canvasElement }) =>
    saying(canvasElement, words);

/** A story that shows this part. */
const shows =
  (part: string): Story['play'] =>
  async ({ canvasElement }) =>
    void (await found(canvasElement, `[part~="${part}"]`));

export const Default: Story = { tags: ['main', 'pictured'], play: rows };

export const Compact: Story = { args: { density: 'compact', pageSize: 50 }, play: rows };

/** The list alone, as on an overview page: `hide` leaves out the rest. */
export const PartsLeftOut: Story = {
  args: { hide: 'description search filters summary find columns live create pager' },
  play: rows,
};

/** Rows change where they are while batches are worked on; focus and scroll stay. */
export const Live: Story = {
  play: async ({ canvasElement }) => {
    await withRows(canvasElement);
    const progress = () =>
      deepQueryAll(canvasElement, '[part~="row-processing"]')
        .map(row => row.textContent)
        .join();
    const first = progress();
    await until(() => progress() !== first, 'Nothing moves');
  },
};

/** Work that never ends: the rows say so, and nothing is asked for ever more often. */
export const NeverEnding: Story = { parameters: backend({ scenario: 'endless' }), play: rows };

export const OneRow: Story = { parameters: backend({ scenario: 'one' }), play: rows };

export const TenThousand: Story = { parameters: backend({ scenario: 'many' }), play: says('of 10,000') };

/** Before the first upload: what to do, and a sample file. */
export const Empty: Story = {
  tags: ['main', 'pictured'],
  parameters: backend({ scenario: 'empty' }),
  play: shows('empty'),
};

export const EmptyReadOnly: Story = {
  parameters: backend({ scenario: ['empty', 'read-only'] }),
  play: shows('empty'),
};

/** Something was uploaded, but nothing that is called so; one press clears the search. */
export const NothingFound: Story = {
  tags: ['main'],
  play: async ({ canvasElement }) => {
    await searchFor(canvasElement, 'no file is called that');
    await found(canvasElement, '[part~="empty"]');
  },
};

/** The place of everything is kept until it comes. */
export const Loading: Story = {
  tags: ['main'],
  parameters: backend({ scenario: 'stalled' }),
  play: async ({ canvasElement }) => void (await found(canvasElement, '.skeleton-row')),
};

/** Answers take seconds; then they are there. */
export const Slow: Story = {
  parameters: backend({ scenario: 'slow' }),
  play: async ({ canvasElement }) => {
    await found(canvasElement, '.skeleton-row');
    await withRows(canvasElement);
  },
};

/** The list is read again; the rows stay. */
export const Refreshing: Story = {
  parameters: backend({ scenario: 'stalled-later' }),
  play: async ({ canvasElement }) => {
    await withRows(canvasElement);
    void tableOf(canvasElement).refresh();
    await withRows(canvasElement);
  },
};

/** It could not be read again: the rows stay, and since when they have not changed is said. */
export const Stale: Story = {
  parameters: backend({ scenario: 'lost-later' }),
  play: async ({ canvasElement }) => {
    await withRows(canvasElement);
    await tableOf(canvasElement).refresh();
    await saying(canvasElement, 'They may have changed since.');
  },
};

/** Some statuses are of a newer server: they are shown as they are, in grey. */
export const UnknownToUs: Story = {
  name: 'Statuses that nobody here knows',
  parameters: backend({ scenario: 'odd' }),
  play: says('AWAITING_AUDIT'),
};

/** The list could not be read (500): what to do, and a request ID for support. */
export const Error: Story = {
  tags: ['main', 'pictured'],
  parameters: backend({ scenario: 'error' }),
  play: async ({ canvasElement }) => {
    await found(canvasElement, '[part~="error"]');
    await saying(canvasElement, 'req_internal_error_5f21');
  },
};

export const Offline: Story = { parameters: backend({ scenario: 'offline' }), play: shows('error') };

/** A proxy answered with its login page, and status 200. */
export const LoginPage: Story = { parameters: backend({ scenario: 'html' }), play: shows('error') };

/** Half an answer is no answer. */
export const Unreadable: Story = { parameters: backend({ scenario: 'truncated' }), play: shows('error') };

/** Too many requests (429): it waits as long as the server asked, then the rows are there. */
export const RateLimited: Story = { parameters: backend({ scenario: 'rate-limited' }), play: rows };

/** Not available for a moment (503): asked again, once. */
export const UnavailableOnce: Story = { parameters: backend({ scenario: 'unavailable-once' }), play: rows };

/** A connection that fails one request in three: the rows come all the same. */
export const BadConnection: Story = { parameters: backend({ scenario: 'flaky' }), play: rows };

/** Live updates are refused (403): the list asks by itself, less and less often. */
export const NoLiveConnection: Story = { parameters: backend({ scenario: 'stream-refused' }), play: rows };

/** The live connection is cut every few seconds: it comes back by itself, and nothing is missed. */
export const LiveConnectionCut: Story = { parameters: backend({ scenario: 'stream-cut' }), play: rows };

/** The session ended (401), and the host had no other token. */
export const SessionExpired: Story = {
  parameters: backend({ scenario: 'expired' }),
  play: says('Your session has ended'),
};

/** Rights could not be read (503): nothing can be written until they are known. */
export const RightsUnknown: Story = {
  parameters: backend({ scenario: 'rights-unknown' }),
  play: says('shown read only'),
};

export const ReadOnly: Story = {
  parameters: backend({ scenario: 'read-only' }),
  play: async context => {
    await rows(context);
    if (deepQuery(context.canvasElement, '[data-act="gateway-sync"]')) throw new globalThis.Error('It can be written');
  },
};

export const NoAccess: Story = {
  tags: ['main'],
  parameters: backend({ scenario: 'no-access' }),
  play: says('have access to Batch Sync'),
};

/** The server refuses (403). */
export const Refused: Story = {
  parameters: backend({ scenario: 'forbidden' }),
  play: says('have access to Batch Sync'),
};

export const NotConfigured: Story = {
  render: () => html`<batch-sync-table></batch-sync-table>`,
  play: says('is not set up'),
};
