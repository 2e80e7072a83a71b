import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/index.js';
import { backend, baseUrlOf } from './support/backend.js';
import { found, says, until } from './support/play.js';

interface Args {
  locale: string;
  timeZone: string;
}

const meta: Meta<Args> = {
  title: 'Guides/Times and numbers',
  args: { locale: 'en-IN', timeZone: 'Asia/Kolkata' },
  argTypes: {
    locale: { control: 'select', options: ['en-IN', 'en-GB', 'en-US', 'de', 'fr', 'hi', 'ja'] },
    timeZone: {
      control: 'select',
      options: ['Asia/Kolkata', 'UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo'],
    },
  },
  render: ({ locale, timeZone }, context) => html`
    <batch-sync-provider base-url=${baseUrlOf(context)} locale=${locale} time-zone=${timeZone} navigation="beside">
      <batch-sync-table page-size="10"></batch-sync-table>
      <batch-sync-detail></batch-sync-detail>
    </batch-sync-provider>
  `,
  parameters: backend({ scenario: 'many' }),
};

export default meta;

type Story = StoryObj<Args>;

/** How long ago, the exact time beneath, and the zone of all of them beneath the table. */
export const LocalTimes: Story = {
  play: async ({ canvasElement }) => {
    await found(canvasElement, '[part~="file-link"]');
    await until(() => says(canvasElement, 'Times are in India Standard Time.'), 'The zone is not named');
    await until(() => says(canvasElement, 'of 10,000'), 'The total is not shown');
  },
};

/** The person changed to UTC: for the table and the batch alike. */
export const ChangedToUtc: Story = {
  play: async ({ canvasElement }) => {
    (await found(canvasElement, '[part~="file-link"]')).click();
    await until(() => says(canvasElement, 'Batch Details'), 'The batch was not opened');
    (await found(canvasElement, '.zone-change')).click();
    await until(() => says(canvasElement, 'Times are in UTC.'), 'The zone was not changed');
  },
};

/** A clock that is a day wrong: how long ago is told by the server's. */
export const WrongClock: Story = {
  parameters: backend({ scenario: 'clock-ahead' }),
  play: async ({ canvasElement }) => {
    await found(canvasElement, '[part~="file-link"]');
    await until(() => says(canvasElement, 'ago'), 'No time is told relative to now');
  },
};

/** Names of months, order and digits are the locale's. */
export const OtherLocale: Story = {
  args: { locale: 'hi', timeZone: 'Europe/Berlin' },
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="file-link"]')),
};
