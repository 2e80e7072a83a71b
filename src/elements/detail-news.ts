import type { Batch } from '../core/batch.js';
import { PaceMeter, type Pace } from '../core/pace.js';
import { isActive, isTerminal } from '../core/status.js';
import type { Announcer } from '../state/announcer.js';
import type { ControllerHost } from '../state/loader.js';
import type { Settings } from '../state/settings.js';
import { batchNews, statusNews } from '../words/batch-news.js';
import type { Words } from '../words/words.js';
import { tell } from './ask.js';

export interface DetailNewsOptions {
  readonly settings: Settings;
  readonly announcer: Announcer;
  readonly words: () => Words;
}

/** What becomes of the batch on screen, told to everybody: by events, in the live region, to the host. */
export class DetailNews {
  readonly #host: ControllerHost;
  readonly #options: DetailNewsOptions;
  readonly #meter = new PaceMeter();
  #watched = false;
  /** Told once of each batch. */
  #completed: string | null = null;
  #saidStill = false;

  constructor(host: ControllerHost, options: DetailNewsOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Whether a person saw the batch move: what they watched stays when it has ended, so that nothing jumps. */
  get watched(): boolean {
    return this.#watched;
  }

  /** Takes note of the snapshot on screen. */
  watch(batch: Batch | null): void {
    if (batch === null) return;
    this.#watched ||= isActive(batch.status);
    this.#meter.take(batch, performance.now());
  }

  /** `fresh`: nothing says that what is on screen is old. Of a batch of which nothing is heard nobody can say that it stands still. */
  pace(batch: Batch, fresh: boolean): Pace {
    const { settings } = this.#options;
    const pace = this.#meter.read(batch, settings.now(), settings.isServerTime, performance.now());
    return fresh ? pace : { ...pace, endsAt: null, stillSince: null };
  }

  /** Says once that nothing moves. */
  still(since: number | null): void {
    if (since !== null && !this.#saidStill)
      this.#options.announcer.mention(this.#options.words().t('pace.still.heading'));
    this.#saidStill = since !== null;
  }

  /** `explained`: the person did it, and hears what came of it. */
  changed(batch: Batch, before: Batch | null, explained: boolean): void {
    const { announcer, words } = this.#options;
    const news = before === null ? this.#welcome(batch) : batchNews(before, batch, words());
    if (news !== null && !explained) announcer.mention(news);
    tell(this.#host, 'batch-sync-updated', { batch });
    const ends = before !== null && !isTerminal(before.status) && isTerminal(batch.status);
    if (ends && this.#completed !== batch.id) this.#complete(batch);
  }

  /** Another batch is on screen. */
  leave(): void {
    this.#watched = this.#saidStill = false;
  }

  /** Whoever was brought here while nothing was known yet hears what they came for. */
  #welcome(batch: Batch): string | null {
    const waits = this.#host.shadowRoot?.activeElement?.classList.contains('heading') === true;
    return waits ? statusNews(batch, this.#options.words()) : null;
  }

  #complete(batch: Batch): void {
    const { settings, words } = this.#options;
    const { status, id, tasks } = batch;
    this.#completed = id;
    tell(this.#host, 'batch-sync-completed', { batch });
    const severity = status === 'ACCEPTED' ? 'success' : status === 'FAILED' ? 'error' : 'warning';
    settings.notify({ code: 'completed', severity, message: statusNews(batch, words()), batchId: id });
    settings.telemetry('completed', { status, accepted: tasks.accepted, failed: tasks.failed });
  }
}
