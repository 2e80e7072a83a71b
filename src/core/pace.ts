import type { Batch } from './batch.js';
import { isActive, progressOf } from './status.js';

/** How fast a batch goes on, by the server's counts and the server's times alone. Times are epoch milliseconds by its clock. */
export interface Pace {
  /** Tasks a minute of late; `null` while too little is known. */
  readonly perMinute: number | null;
  /** When it ends if it goes on like that; `null` where nobody can say. */
  readonly endsAt: number | null;
  /** Since when nothing has moved, `null` while it moves or has only just stopped. */
  readonly stillSince: number | null;
}

/** A point in time and the tasks that had ended by then. */
interface Mark {
  readonly at: number;
  readonly done: number;
}

const minute = 60_000;
/** What is longer ago says little of now. */
const lately = 2 * minute;
/** Less is no pace but chance. */
const shortest = 1000;
/** Without progress for so long, a person is told. */
const patience = 5 * minute;
/** A clock of the page's that may be wrong must not make a batch look stuck: it is looked at for so long before. */
const glance = 15_000;

const nobodyKnows: Pace = { perMinute: null, endsAt: null, stillSince: null };

/** Follows the progress of one batch after another. */
export class PaceMeter {
  #id: string | null = null;
  #marks: Mark[] = [];
  /** The page's own clock, which only measures how long it has looked. */
  #movedAt = 0;
  #watched = false;

  /** Takes the newest snapshot. `here`: milliseconds of any clock of the page's that never jumps. */
  take(batch: Batch, here: number): void {
    const { done } = progressOf(batch);
    const last = this.#marks.at(-1);
    if (batch.id !== this.#id || last === undefined || done < last.done) return this.#begin(batch, done, here);
    if (done === last.done) return;
    this.#watched = true;
    this.#movedAt = here;
    this.#mark({ at: Math.max(timeOf(batch.updatedAt) ?? last.at, last.at), done });
  }

  /** `now` by the server's clock; `certain`: the server told it; `here` as for `take()`. */
  read(batch: Batch, now: number, certain: boolean, here: number): Pace {
    const [first, last] = [this.#marks[0], this.#marks.at(-1)];
    if (batch.id !== this.#id || first === undefined || last === undefined || !isActive(batch.status)) {
      return nobodyKnows;
    }
    const span = last.at - first.at;
    const perMinute = span >= shortest && last.done > first.done ? ((last.done - first.done) / span) * minute : null;
    const looked = certain ? Infinity : here - this.#movedAt;
    if (now - last.at >= patience && looked >= (this.#watched ? patience : glance))
      return { perMinute: null, endsAt: null, stillSince: last.at };
    const left = progressOf(batch).total - last.done;
    const endsAt = perMinute === null || left <= 0 ? null : last.at + (left / perMinute) * minute;
    return { perMinute, endsAt: endsAt !== null && endsAt > now ? endsAt : null, stillSince: null };
  }

  #begin(batch: Batch, done: number, here: number): void {
    this.#id = batch.id;
    this.#movedAt = here;
    this.#watched = false;
    const started = timeOf(batch.startedAt);
    const at = timeOf(batch.updatedAt);
    this.#marks = started === null ? [] : [{ at: started, done: 0 }];
    if (at !== null && (done > 0 || started === null)) this.#mark({ at: Math.max(at, started ?? at), done });
  }

  /** Of what is long ago, the last mark stays: from it on, the pace is measured. */
  #mark(mark: Mark): void {
    this.#marks.push(mark);
    const recent = this.#marks.findIndex(({ at }) => at > mark.at - lately);
    this.#marks.splice(0, recent - 1);
  }
}

function timeOf(instant: string | null): number | null {
  const time = Date.parse(instant ?? '');
  return Number.isNaN(time) ? null : time;
}
