import type { scenarioGroups } from '../../mocks/index.js';
import type { ConnectionName } from '../../mocks/node.js';

// What a person sees of each fault. The tests are named after these sentences, and the README's table is made of them.
// What stands between two asterisks is to be read on the screen, word for word.

// Of `parts`, stories show each by itself.
type Group = Exclude<keyof typeof scenarioGroups, 'usual' | 'account' | 'parts'>;
type Seen<Name extends string> = Readonly<Record<Name, string>>;

const soon = 'Nothing, a moment later: it is asked again.';
const oneBatch = 'Nothing: it is sent again with its key. **Batch created**, once.';
const checked = '**Checking whether the batch was created**, then **Batch created**, once.';
const unreadable = '**The server’s answer could not be read.** With **Retry**.';
const unreachable = '**The server could not be reached. Check the connection and try again.** With **Retry**.';
/** It takes whatever comes for an answer of HTTP 0.9. */
export const notHttpInFirefox = unreadable;
const polled = '**Checking for changes**: progress goes on by asking for it.';
const anew = `it is connected anew (**Reconnecting**), after another time: ${polled}`;

export const answers = {
  slow: 'Grey lines where the rows will be, then the rows.',
  stalled: 'After 30 s without a sign: **The server did not answer in time.** With **Retry**.',
  offline: unreachable,
  flaky: 'Nothing, a moment later; one batch.',
  error: '**The batches could not be loaded** **The list could not be read**, with **Retry** and **Copy request ID**.',
  'unavailable-once': soon,
  'expired-once': 'Nothing: the host is asked once for another token.',
  expired: '**Your session has ended. Sign in again, then retry.**',
  forbidden: '**You don’t have access to Batch Sync**',
  'not-found': '**No such batch**, and the way back to the list.',
  'rate-limited': 'Nothing, as much later as the server asked.',
  'rate-limited-date': 'Nothing, as much later as the server asked.',
  'rate-limited-nonsense': soon,
  html: unreadable,
  truncated: unreadable,
  odd: 'All rows; a status that nobody knows as it is: **AWAITING_AUDIT**.',
} as const satisfies Seen<keyof (typeof scenarioGroups)['answers']>;

export const uploads = {
  'too-large': '**File too large**; no batch, the file is kept.',
  'not-csv': '**This is not a CSV file**; no batch, the file is kept.',
  'refused-rows': 'The rows with what is wrong, to be fixed here. **No batch was created**.',
  duplicate: '**The same rows were sent before** **No second batch was created.** With the way to that batch.',
  running:
    '**The batch could not be canceled**, and what the server says of it: **Rohan Mehta began it a minute ago.** No second try.',
  'session-ends': '**Your session has ended. Sign in again, then retry.** **Your file and what you entered are kept.**',
  busy: '**The server is not available right now.** **The server asks to wait.** Until then nothing can be sent.',
  'answer-lost': checked,
  'no-look-up':
    'Where answers are lost, too: **It is not known whether the batch was created**. With the file and its key kept, to **Try again**.',
  'cut-before': oneBatch,
  'cut-after': oneBatch,
  'delivered-twice': '**Batch created**, once.',
} as const satisfies Seen<keyof (typeof scenarioGroups)['uploads']>;

export const live = {
  'stream-cut': '**Reconnecting** for a moment; progress goes on and never back.',
  'stream-silent': `After 45 s without a sign ${anew}`,
  'stream-disordered': 'Nothing: progress never goes back.',
  'stream-refused': polled,
} as const satisfies Seen<keyof (typeof scenarioGroups)['live']>;

/** What is odd about data and clocks; how much of it there may be is no fault. */
export const data = {
  endless: '**This batch has made no progress for a while.**',
  'clock-ahead': 'The right ages: **just now** for what was sent just now.',
  'clock-behind': 'The right ages: **just now** for what was sent just now.',
} as const satisfies Seen<
  Exclude<keyof (typeof scenarioGroups)['data'], 'empty' | 'one' | 'many' | 'many-tasks' | 'long-names'>
>;

export const connections = {
  'reset-before': oneBatch,
  'reset-after': oneBatch,
  'reset-always': checked,
  'upload-stops': `After 30 s without a sign: ${checked}`,
  'upload-slow':
    'How much of it is sent, however long it takes. **Sent. Waiting for the server’s answer.** **Batch created**.',
  'refused-unread': '**File too large**; no batch, the file is kept.',
  moved: `An answer from another address is not believed: ${checked}`,
  'answer-cut': unreachable,
  'not-http': `${unreachable} In Firefox: “The server’s answer could not be read.”`,
  trickle: '**Batch created**, once: nobody is cut off while something comes.',
  'stream-half-open': 'After 45 s without a sign it is connected anew (**Reconnecting**), and progress goes on.',
  'stream-gathered': `After 30 s without a sign ${anew}`,
} as const satisfies Seen<ConnectionName>;

/** Files of the page itself, held back on their way. */
export const codeFaults = {
  late: { label: 'Comes late' },
  missing: { label: 'Cannot be had, such as after a release' },
  'missing-for-sending': { label: 'Cannot be had when a file is sent' },
} as const;

export const code = {
  late: 'The button that was pressed is busy; then what it opens, unless the person went on elsewhere.',
  missing: '**A part of this view could not be loaded.** With **Retry**, after which what was pressed opens.',
  'missing-for-sending':
    '**Sending failed** **The server could not be reached. Check the connection and try again.** **Your file and what you entered are kept.** With **Try again**: one batch, with the same key.',
} as const satisfies Seen<keyof typeof codeFaults>;

export const faults = { answers, uploads, live, data, connections, code } as const satisfies Record<
  Group | 'connections' | 'code',
  Seen<string>
>;
