import { newIdempotencyKey } from '../adapter/idempotency.js';
import type { Batch } from '../core/batch.js';
import { isActive, isTerminal } from '../core/status.js';
import type { MadeFile } from './files.js';
import { once } from './once.js';
import type { Stage } from './stage.js';
import { batchText, problemText } from './text.js';
import { skip } from './trial.js';

/** A batch that was followed from its making. */
export interface Life {
  readonly file: MadeFile;
  readonly key: string;
  /** The answer to its making. */
  readonly first: Batch;
  /** What each look at it showed, in order. */
  readonly looks: readonly Batch[];
}

/** Batches of this run that several checks look at. Each is made when it is first asked for, or the check is skipped. */
export interface Fixtures {
  /** The batch that a new file makes; skips where there is none. */
  made(file: MadeFile): Promise<Batch>;
  /** A new batch of so many rows, followed to its end. */
  follow(label: string, rows: number): Promise<Life>;
  /** 24 rows, followed to the end. */
  life(): Promise<Life>;
  /** The same batch as it was at last. Skips where it did not end. */
  settled(): Promise<Batch>;
  /** Five small batches with names and sizes to sort, each as its making was answered. */
  family(): Promise<readonly Batch[]>;
  /** A batch of many rows that was just made and is still being processed. */
  active(): Promise<Batch>;
}

const lifeRows = 24;
const activeRows = 400;

export function createFixtures(stage: Stage): Fixtures {
  const { me, checker, files } = stage;

  function needWrites(): void {
    if (!stage.allowWrites) skip('it needs batches of its own, and making them is not allowed');
    if (stage.capabilities && stage.capabilities.permissions.orders !== 'readWrite') skip('the account may only read');
  }

  async function made(file: MadeFile, key?: string): Promise<Batch> {
    needWrites();
    const outcome = await stage.create(file, {}, key);
    return outcome.ok ? outcome.value : skip(`a batch could not be made: ${problemText(outcome.problem)}`);
  }

  /** Where every batch waits for a checker, and there is one, the checker agrees. */
  async function begun(batch: Batch): Promise<Batch> {
    if (batch.status !== 'PENDING_APPROVAL' || !checker) return batch;
    const outcome = await checker.decide(
      batch.id,
      { decision: 'approve', comment: 'Conformance' },
      newIdempotencyKey(),
    );
    return outcome.ok ? outcome.value : skip(`a batch could not be approved: ${problemText(outcome.problem)}`);
  }

  async function follow(label: string, rows: number): Promise<Life> {
    const file = files.make(label, Math.min(rows, maxRows()));
    const key = newIdempotencyKey();
    const first = await made(file, key);
    await begun(first);
    const looks: Batch[] = [];
    await stage.eventually(async () => {
      const outcome = await me.getBatch(first.id);
      if (!outcome.ok) return skip(`its batch could not be read: ${problemText(outcome.problem)}`);
      looks.push(outcome.value);
      return isActive(outcome.value.status) ? null : outcome.value;
    }, stage.settleTime);
    return { file, key, first, looks };
  }

  const life = once(() => follow('life', lifeRows));

  function maxRows(): number {
    return stage.capabilities?.limits.maxRows ?? Infinity;
  }

  return {
    made,
    follow,
    life,
    async settled() {
      const last = (await life()).looks.at(-1);
      if (last && isTerminal(last.status)) return last;
      const reason = last?.status === 'PENDING_APPROVAL' ? 'and no checker was given' : 'it did not end in time';
      return skip(`${last ? batchText(last) : 'its batch'}: ${reason}`);
    },
    family: once(async () => {
      const family: Batch[] = [];
      for (const [label, rows] of [
        ['delta', 2],
        ['alpha', 3],
        ['charlie', 2],
        ['bravo', 2],
        ['echo', 1],
      ] as const) {
        family.push(await made(files.make(label, Math.min(rows, maxRows()))));
        // So that no two are of the same millisecond.
        await stage.pause(20);
      }
      // Another status to sort and to count; where it cannot be, there are fewer.
      if (stage.offers('cancel')) await me.act('cancelBatch', family[1].id, newIdempotencyKey());
      const ids = family.map(({ id }) => id);
      await stage.eventually(async () => {
        const looks = await Promise.all(ids.map(id => me.getBatch(id)));
        return looks.some(look => look.ok && isActive(look.value.status)) ? null : looks;
      }, stage.settleTime);
      return family;
    }),
    active: once(async () => {
      const batch = await begun(await made(files.make('active', Math.min(activeRows, maxRows()))));
      return isActive(batch.status) ? batch : skip(`${batchText(batch)} is not being processed`);
    }),
  };
}
