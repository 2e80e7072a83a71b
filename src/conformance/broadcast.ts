import type { Batch } from '../core/batch.js';
import { isTerminal } from '../core/status.js';
import { listen } from './listen.js';
import type { Heard, Listening, Tune } from './listen.js';
import { once } from './once.js';
import type { Stage } from './stage.js';
import { skip } from './trial.js';

/** What an event stream told while nothing was done, then of one batch from its making to its end. */
export interface Programme {
  readonly batch: Batch;
  /** The last id before the batch was made. */
  readonly idBefore: string | null;
  /** Everything from the opening on. */
  readonly heard: readonly Heard[];
  /** Whether the batch had ended when it was last looked at. */
  readonly ended: boolean;
}

export interface Broadcast {
  /** A connection without a past, from which a heartbeat came, or did not in time. */
  opening(): Promise<Listening>;
  /** Skips where batches may not be made. */
  programme(): Promise<Programme>;
  /** Opens a connection that goes on from an id, and listens until `enough` or for as long as a call may take. */
  replay(lastEventId: string, enough: (heard: readonly Heard[]) => boolean): Promise<Listening>;
  /** Waits, while the connection is open. */
  until(listening: Listening, enough: () => boolean, limit: number): Promise<boolean>;
}

const step = 100;

export function createBroadcast(stage: Stage): Broadcast {
  const { signal } = stage;

  const tune = (): Tune => stage.tune ?? skip('there is no event stream');

  async function until(listening: Listening, enough: () => boolean, limit: number): Promise<boolean> {
    for (let waited = 0; !enough(); waited += step) {
      if (listening.end || waited >= limit) return enough();
      await stage.pause(step);
    }
    return true;
  }

  const opening = once(async () => {
    const listening = listen(tune(), null, signal);
    await until(listening, () => listening.heard.some(({ type }) => type === 'heartbeat'), stage.silence);
    return listening;
  });

  const programme = once(async (): Promise<Programme> => {
    const listening = await opening();
    if (listening.end) skip('the event stream was not open');
    const idBefore = listening.heard.findLast(({ id }) => id !== null)?.id ?? null;
    const before = listening.heard.length;
    const { first: batch, looks } = await stage.fixtures.follow('events', 3);
    const ended = looks.some(({ status }) => isTerminal(status));
    const told = () => listening.heard.slice(before).filter(each => each.batch?.id === batch.id);
    await until(listening, () => !ended || told().some(each => each.type === 'batch.finished'), stage.timeout);
    listening.stop();
    return { batch, idBefore, heard: listening.heard, ended };
  });

  return {
    opening,
    programme,
    until,
    async replay(lastEventId, enough) {
      const listening = listen(tune(), lastEventId, signal);
      await until(listening, () => enough(listening.heard), stage.timeout);
      listening.stop();
      return listening;
    },
  };
}
