import { html } from 'lit';
import type { Meta } from '@storybook/web-components-vite';
import { createEngine, createManualClock, createMemoryAdapter, mixedErrorsFile, validFile } from '../mocks/index.js';
import type { ScenarioName } from '../mocks/index.js';
import { backend } from './support/backend.js';
import { until } from './support/play.js';
import {
  configured,
  describe,
  inDialog,
  press,
  review,
  see,
  tick,
  uploadIn,
  uploadMeta,
  uploadPage,
} from './support/upload.js';
import type { UploadArgs, UploadStory as Story } from './support/upload.js';

const meta: Meta<UploadArgs> = {
  ...uploadMeta,
  title: 'Upload/Send',
  parameters: uploadPage(
    'From *Send* to the batch, with everything that can come between: a second thought, a slow line, a server with its own word.',
  ),
};

export default meta;

/** A backend at the end of a slow line; its clock may stand still. */
function slowLine(bytesPerSecond: number, clock = createManualClock()) {
  return configured(() => ({
    adapter: createMemoryAdapter({ engine: createEngine({ clock, batches: 0 }), bytesPerSecond }),
  }));
}

const still = createManualClock();

/** Gives a file and sends it. */
async function send(canvas: HTMLElement, rows = 40): Promise<void> {
  await review(canvas, validFile(rows));
  await press(canvas, `Send ${rows.toLocaleString('en')} rows`);
}

/** Sends rows that were sent before. */
async function sendTwice(canvas: HTMLElement): Promise<void> {
  await send(canvas);
  await press(canvas, 'Upload another');
  await review(canvas, validFile(40));
}

/** Whatever befalls it on its way, there is one batch in the end. */
function arriving(scenario: ScenarioName): Story {
  return {
    parameters: backend({ scenario }),
    play: async ({ canvasElement }) => {
      await send(canvasElement);
      await see(canvasElement, 'Batch created');
    },
  };
}

/** Rows with errors can be left out, where the host allows it: the button says how many are sent. */
export const ValidRowsOnly: Story = {
  args: { submitPolicy: 'valid-only' },
  play: async ({ canvasElement }) => {
    await review(canvasElement, mixedErrorsFile());
    await see(canvasElement, '7 rows with errors are left out');
    await see(canvasElement, 'Send 17 of 24');
  },
};

/** The same with a question before it. */
export const LeavingOutAsked: Story = {
  ...inDialog,
  args: { layout: 'dialog', submitPolicy: 'ask' },
  play: async ({ canvasElement }) => {
    await review(canvasElement, mixedErrorsFile());
    await press(canvasElement, 'Send 17 of 24');
    await see(canvasElement, 'Send without 7 rows?');
  },
};

/** The batch is there, and the rows that were left out wait to be fixed or downloaded. */
export const RestKept: Story = {
  args: { submitPolicy: 'valid-only' },
  parameters: backend(),
  play: async ({ canvasElement }) => {
    await review(canvasElement, mixedErrorsFile());
    await press(canvasElement, 'Send 17 of 24');
    await press(canvasElement, 'Fix 7 rows');
    await see(canvasElement, '7 errors in 7 rows.');
  },
};

/** The same rows were sent before: it says where they are before they are sent again. */
export const EarlierBatch: Story = {
  parameters: backend(),
  play: async ({ canvasElement }) => {
    await sendTwice(canvasElement);
    await see(canvasElement, 'The same rows were sent before');
  },
};

/** Who wants them sent again says so. */
export const EarlierBatchAccepted: Story = {
  parameters: backend(),
  play: async ({ canvasElement }) => {
    await sendTwice(canvasElement);
    await tick(canvasElement, 'Send the same rows again');
    await press(canvasElement, 'Send 40 rows');
    await see(canvasElement, 'Batch created');
  },
};

/** Where that is not known before, the server refuses the rows when they come (409), and no second batch is made. */
export const DuplicateRefused: Story = {
  parameters: backend({ scenario: 'duplicate' }),
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await see(canvasElement, 'No second batch was created.');
  },
};

/** The server found more in the rows (422): its findings stand where ours stood, and can be fixed in the same place. */
export const ServerFindsMore: Story = {
  parameters: backend({ scenario: 'refused-rows' }),
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await see(canvasElement, 'The server checked the file again.');
  },
};

/** Bytes go their way: how many, which share, how long it will take. */
export const Sending: Story = {
  loaders: [
    configured(() => ({ adapter: createMemoryAdapter({ engine: createEngine({ batches: 0 }), bytesPerSecond: 900 }) })),
  ],
  play: async ({ canvasElement }) => {
    await send(canvasElement, 1000);
    await see(canvasElement, 'left');
  },
};

/** For some seconds nothing moved: it says so, and that it goes on. */
export const Stalled: Story = {
  loaders: [slowLine(1000, still)],
  play: async ({ canvasElement }) => {
    await send(canvasElement, 1000);
    await see(canvasElement, '0 B of');
    still.advance(16_000);
    await see(canvasElement, 'Nothing has moved for a few seconds.');
  },
};

/** All bytes are sent, and the server is at work. */
export const AnswerAwaited: Story = {
  loaders: [
    configured(() => ({
      adapter: createMemoryAdapter({ engine: createEngine({ batches: 0, intakeMs: 600_000 }) }),
    })),
  ],
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await see(canvasElement, 'Sent. Waiting for the server’s answer.');
  },
};

/** A split file is sent batch by batch; what became of each is seen in one view. */
export const SendingInParts: Story = {
  loaders: [slowLine(1000, still)],
  play: async ({ canvasElement }) => {
    await review(canvasElement, validFile(2400));
    await press(canvasElement, 'Split into 3 batches');
    await press(canvasElement, 'Apply');
    await press(canvasElement, 'Send 2,400 rows in 3 batches');
    await see(canvasElement, 'Batch 1 of 3 · 0 B of');
    still.advance(60_000);
    await see(canvasElement, 'Batch 2 of 3 · 0 B of');
    still.advance(12_000);
  },
};

/** The answer was lost on the way: nobody knows whether there is a batch, and that is found out by asking, never by a second batch. */
export const Checking: Story = {
  parameters: backend({ scenario: ['answer-lost', 'no-look-up'] }),
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await see(canvasElement, 'Checking whether the batch was created');
  },
};

/** It was found: the batch had been made, and it is the only one. */
export const Found: Story = {
  parameters: backend({ scenario: 'answer-lost' }),
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await see(canvasElement, 'Batch created');
  },
};

/** Who does not want to wait may stop checking; another try goes on with the same batch. */
export const NotKnown: Story = {
  parameters: backend({ scenario: ['answer-lost', 'no-look-up'] }),
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await press(canvasElement, 'Stop checking');
    await see(canvasElement, 'It is not known whether the batch was created');
  },
};

/** Sending was stopped before the server had the file. */
export const Stopped: Story = {
  loaders: [slowLine(1000)],
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await press(canvasElement, 'Stop sending');
    await see(canvasElement, 'Sending was stopped');
    await until(() => uploadIn(canvasElement).phase === 'failed', 'It still checks');
  },
};

/** The connection was cut before the file arrived: it is sent again under the same key, unasked. */
export const CutBefore: Story = arriving('cut-before');

/** The connection was cut when the server had the file: sent again under the same key it is the same batch. */
export const CutAfter: Story = arriving('cut-after');

/** A proxy delivered the file twice: one batch. */
export const DeliveredTwice: Story = arriving('delivered-twice');

/** Too many requests (429): it waits as long as the server asked. */
export const RateLimited: Story = arriving('rate-limited');

/** Larger than the server takes (413): the same words as where the browser had found it. */
export const TooLargeForTheServer: Story = {
  parameters: backend({ scenario: 'too-large' }),
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await see(canvasElement, 'File too large');
  },
};

/** Not what the server takes for a CSV file (415). */
export const NotCsvForTheServer: Story = {
  parameters: backend({ scenario: 'not-csv' }),
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await see(canvasElement, 'Invalid file format');
  },
};

/** The server refused for want of a right (403): everything is kept, and support has a request ID to go by. */
export const Refused: Story = {
  parameters: backend({ scenario: 'forbidden' }),
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await see(canvasElement, 'req_forbidden_5f21');
  },
};

/** The server asks to wait (503): when to try again is said, and not before. */
export const ServerBusy: Story = {
  parameters: backend({ scenario: 'busy' }),
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await see(canvasElement, 'The server asks to wait.');
  },
};

/** The session ended (401): the file and all that was entered are kept until the person signed in again. */
export const SessionExpired: Story = {
  parameters: backend({ scenario: 'session-ends' }),
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await see(canvasElement, 'Your session has ended.');
  },
};

let token: string | null = null;

/** Signed in again on the host's page: one more try, and the batch is there. */
export const SignedInAgain: Story = {
  parameters: backend({ scenario: 'session-ends' }),
  loaders: [
    configured(() => {
      token = null;
      return { getAccessToken: () => token };
    }),
  ],
  render: (args, context) => html`
    ${uploadMeta.render(args, context)}
    <p><button type="button" @click=${() => (token = 'anew')}>Sign in</button></p>
  `,
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await see(canvasElement, 'Your session has ended.');
    await press(canvasElement, 'Sign in');
    await press(canvasElement, 'Try again');
    await see(canvasElement, 'Batch created');
  },
};

/** The batch is in work. */
export const Done: Story = {
  parameters: backend(),
  play: async ({ canvasElement }) => {
    await send(canvasElement, 1000);
    await see(canvasElement, '1,000 rows of');
    await see(canvasElement, 'Processing');
  },
};

/** Under maker-checker the batch waits for somebody else. */
export const DoneWaitingForApproval: Story = {
  args: { makerChecker: true },
  parameters: backend({ scenario: 'maker-checker' }),
  play: async ({ canvasElement }) => {
    await describe(canvasElement, 'Settlements of October');
    await press(canvasElement, 'Submit');
    await send(canvasElement);
    await see(canvasElement, 'wait for approval');
  },
};

/** What goes with the file is seen once more before it is sent. */
export const DescriptionReviewed: Story = {
  args: { makerChecker: true, syncWithGateway: true },
  parameters: backend({ scenario: 'maker-checker' }),
  play: async ({ canvasElement }) => {
    await describe(canvasElement, 'Settlements of October, second run.\nThe first one missed two gateways.');
    await press(canvasElement, 'Submit');
    await review(canvasElement, validFile(40));
    await see(canvasElement, 'Edit description');
  },
};

/** Three batches of one file, each with a link. */
export const DoneInParts: Story = {
  parameters: backend(),
  play: async ({ canvasElement }) => {
    await review(canvasElement, validFile(2400));
    await press(canvasElement, 'Split into 3 batches');
    await press(canvasElement, 'Apply');
    await press(canvasElement, 'Send 2,400 rows in 3 batches');
    await see(canvasElement, '3 batches created');
  },
};

/** Some rows were left out: they are not forgotten. */
export const DoneWithRest: Story = {
  args: { submitPolicy: 'valid-only' },
  parameters: backend(),
  play: async ({ canvasElement }) => {
    await review(canvasElement, mixedErrorsFile());
    await press(canvasElement, 'Send 17 of 24');
    await see(canvasElement, '7 rows were left out because they have errors.');
  },
};

/** Closing asks first while there is work to lose. */
export const LeavingAsked: Story = {
  ...inDialog,
  play: async ({ canvasElement }) => {
    await review(canvasElement, mixedErrorsFile());
    await press(canvasElement, 'Close');
    await see(canvasElement, 'Discard this upload?');
  },
};

/** Closing while the file is on its way says that a batch may come of it nevertheless. */
export const LeavingWhileSending: Story = {
  ...inDialog,
  loaders: [slowLine(1000)],
  play: async ({ canvasElement }) => {
    await send(canvasElement, 1000);
    await see(canvasElement, 'Stop sending');
    await press(canvasElement, 'Close');
    await see(canvasElement, 'The file is on its way.');
  },
};

/** A description alone is work, too. */
export const LeavingDescription: Story = {
  ...inDialog,
  args: { layout: 'dialog', makerChecker: true },
  play: async ({ canvasElement }) => {
    await describe(canvasElement, 'Settlements of October');
    await press(canvasElement, 'Cancel');
    await see(canvasElement, 'Discard this upload?');
  },
};
