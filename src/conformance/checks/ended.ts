import type { Batch } from '../../core/batch.js';
import { isTerminal } from '../../core/status.js';
import { maxTaskPage } from '../../adapter/wire.js';
import type { Stage } from '../stage.js';
import { skip } from '../trial.js';

/** A batch that has ended and has tasks: the run's own where it may make one, else one that is there. */
export async function endedBatch(stage: Stage): Promise<Batch> {
  if (stage.allowWrites && stage.capabilities?.permissions.orders !== 'read') return stage.fixtures.settled();
  const { items } = await stage.listing.sample(1);
  const ended = items.filter(({ status, totalTasks }) => isTerminal(status) && totalTasks > 1);
  const fit = ended.filter(({ totalTasks }) => totalTasks <= maxTaskPage);
  // One with different outcomes has more to say.
  return (
    fit.find(({ tasks }) => tasks.failed > 0 && tasks.accepted > 0) ?? fit[0] ?? skip('no batch with tasks has ended')
  );
}
