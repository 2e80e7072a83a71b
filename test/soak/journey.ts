import { html, render } from 'lit';
import { createBackend, createFetch } from '../../mocks/index.js';
import type { Backend, Handle, ScenarioName } from '../../mocks/index.js';
import { chance } from '../../mocks/random.js';
import { createRestAdapter } from '../../src/adapter/rest.js';
import type { Batch } from '../../src/core/batch.js';
import { isTerminal } from '../../src/core/status.js';
import { defaultTaskQuery, defaultView } from '../../src/core/view.js';
import '../../src/define/index.js';
import type { BatchSyncDetail } from '../../src/elements/detail.js';
import type { BatchSyncUpload } from '../../src/elements/upload.js';
import type { Clock } from '../adapter/fixtures.js';
import { holdTime, realPause } from '../support/held-time.js';
import { csvNamed } from '../support/upload-page.js';

const origin = 'https://soak.test';

/** Nothing of a journey may depend on when it is walked. */
const start = Date.parse('2026-10-12T09:00:00Z');

/** What may befall a journey beside the bad connection. */
const befalls: readonly ScenarioName[] = [
  'default',
  'unavailable-once',
  'expired-once',
  'rate-limited',
  'rate-limited-date',
  'rate-limited-nonsense',
  'odd',
  'cut-before',
  'cut-after',
  'delivered-twice',
  'stream-cut',
  'stream-silent',
  'stream-disordered',
  'stream-refused',
];

/** Seconds of its own time until a step of a journey counts as stuck. */
const patience = 900;

interface Way {
  readonly seed: number;
  readonly clock: Clock;
  readonly backend: Backend;
  readonly wrong: string[];
}

/** One person's way from a file to the end of its batch; answers with what went wrong. */
export async function walk(seed: number): Promise<readonly string[]> {
  const befall = befalls[Math.floor(chance(seed, 1) * befalls.length)] ?? 'default';
  return walked(seed, ['flaky', befall], handle => handle);
}

/** On a backend that makes two batches of one intention: what the walk is there to see. A good connection loses neither. */
export function brokenWalk(): Promise<readonly string[]> {
  return walked(1, ['default'], handle => async request => {
    if (request.method !== 'POST') return handle(request);
    const again = await agreed(request.clone());
    await handle(request);
    return handle(again);
  });
}

/** The same upload by somebody who means it to be a second one. */
async function agreed(request: Request): Promise<Request> {
  const form = await request.formData();
  const details = form.get('request') as string;
  form.set('request', details.replace('"accept_duplicate":false', '"accept_duplicate":true'));
  const headers = {
    authorization: 'Bearer token',
    'idempotency-key': `${request.headers.get('idempotency-key')} again`,
  };
  return new Request(request.url, { method: 'POST', headers, body: form });
}

async function walked(
  seed: number,
  scenario: readonly ScenarioName[],
  around: (handle: Handle) => Handle,
): Promise<string[]> {
  let draws = 0;
  const clock = holdTime(start, () => chance(seed, ++draws, 4));
  const wrong: string[] = [];
  const unhandled = (event: PromiseRejectionEvent) => wrong.push(`unhandled: ${String(event.reason)}`);
  addEventListener('unhandledrejection', unhandled);
  const backend = createBackend({ scenario, seed, batches: 0, basePath: '/v1' });
  const page = document.body.appendChild(document.createElement('div'));
  try {
    await journey(page, { seed, clock, backend, wrong }, createFetch(around(backend.handle)));
  } catch (error) {
    wrong.push(`${scenario.join(', ')}: ${String(error)}`);
  } finally {
    page.remove();
    // Whatever was on its way comes to an end.
    await clock.pass(100);
    if (clock.pending > 0) wrong.push(`${scenario.join(', ')}: ${clock.pending} timers left`);
    removeEventListener('unhandledrejection', unhandled);
    clock.restore();
  }
  return wrong;
}

async function journey(page: HTMLElement, way: Way, send: typeof fetch): Promise<void> {
  const { seed, wrong } = way;
  const adapter = createRestAdapter({ baseUrl: `${origin}/v1`, fetch: send, getAccessToken: () => 'token' });
  render(
    html`<batch-sync-provider .config=${{ adapter }} navigation="beside">
      <batch-sync-table></batch-sync-table>
      <batch-sync-upload></batch-sync-upload>
      <batch-sync-detail></batch-sync-detail>
    </batch-sync-provider>`,
    page,
  );
  const upload = page.querySelector<BatchSyncUpload>('batch-sync-upload')!;
  const detail = page.querySelector<BatchSyncDetail>('batch-sync-detail')!;
  const progress = watchProgress(detail, wrong);

  const rows = Array.from({ length: 2 + Math.floor(chance(seed, 2) * 30) }, (_, row) => `S${seed}-${row},T${row},`);
  const file = csvNamed('soak.csv', ...rows);
  let sent: Batch | null = null;
  upload.addEventListener('batch-sync-submitted', ({ detail: { batch } }) => (sent = batch));

  await until(way, () => (upload.show(), upload.open), 'the upload opens');
  await until(
    way,
    () => {
      pressRetry(upload);
      if (upload.phase === 'idle' || upload.phase === 'choosing') upload.selectFile(file);
      return upload.phase === 'review';
    },
    'the verdict',
    // A browser takes its own time to read a file.
    () => (upload.phase === 'reading' ? realPause(10) : Promise.resolve()),
  );
  upload.submit();
  // A hasty person presses twice.
  if (chance(seed, 3) < 0.3) upload.submit();
  await until(
    way,
    () => {
      if (upload.phase !== 'done' && upload.file !== file) wrong.push(`the file was lost in ${upload.phase}`);
      if (upload.phase === 'failed' || upload.phase === 'review') upload.submit();
      return upload.phase === 'done';
    },
    'the batch',
  );
  const id = (sent as Batch | null)?.id ?? '';
  detail.batchId = id;
  await until(
    way,
    () => {
      if (detail.status === 'error') void detail.refresh();
      return progress.ended;
    },
    'the end of the batch',
  );
  await compare(way, id, rows);
}

/** Where rights could not be read nothing can be uploaded until they are. */
function pressRetry({ shadowRoot }: HTMLElement): void {
  const buttons = [...(shadowRoot?.querySelectorAll('button') ?? [])];
  buttons.find(({ textContent }) => textContent.trim() === 'Retry')?.click();
}

/** Lets time go on until it holds, and whatever `besides` waits for. */
async function until({ clock }: Way, holds: () => boolean, what: string, besides = async () => {}): Promise<void> {
  for (let second = 0; second < patience; second++) {
    if (holds()) return;
    await besides();
    await clock.pass(1000);
  }
  throw new Error(`${what} does not come`);
}

/** What a person sees of a batch never goes back. */
function watchProgress(detail: BatchSyncDetail, wrong: string[]): { readonly ended: boolean } {
  const seen = { done: 0, version: 0, ended: false };
  detail.addEventListener('batch-sync-updated', ({ detail: { batch } }) => {
    const done = batch.tasks.accepted + batch.tasks.failed;
    if (done < seen.done || batch.version < seen.version) wrong.push('the batch went back');
    Object.assign(seen, { done, version: batch.version, ended: isTerminal(batch.status) });
  });
  return seen;
}

/** What the server has in the end: one batch, of these rows. */
async function compare({ backend, wrong }: Way, id: string, rows: readonly string[]): Promise<void> {
  const { engine } = backend;
  const session = { user: { id: 'u_7', name: 'Asha' }, permission: 'readWrite', makerChecker: false } as const;
  const { items } = engine.listBatches(session, defaultView);
  if (items.length !== 1) wrong.push(`${items.length} batches`);
  const tasks = engine.listTasks(session, id, { ...defaultTaskQuery, limit: 1000 }).items;
  const cells = tasks.map(({ values }) => `${values['order_id']},${values['txn_id']},${values['unique_request_id']}`);
  if (cells.join('\n') !== rows.join('\n')) wrong.push('other rows came than were sent');
}
