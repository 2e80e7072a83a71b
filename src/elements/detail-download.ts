import type { ReactiveController } from 'lit';
import type { Batch } from '../core/batch.js';
import type { DownloadScope } from '../core/download-scope.js';
import type { Problem } from '../core/problem.js';
import type { TaskQuery } from '../core/view.js';
import { AwaitedPress } from '../state/awaited-press.js';
import type { ControllerHost } from '../state/loader.js';
import type { Piece } from '../state/piece.js';
import type { BatchFiles } from './detail-download.piece.js';
import { missingOf } from './pieces.js';

export interface DetailDownloadOptions {
  readonly piece: () => Piece<BatchFiles>;
  readonly failed: (problem: Problem, action: 'download') => void;
}

/** The way to the files of the batch on screen: what a person asks for before their code is there waits for it. */
export class DetailDownload implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: DetailDownloadOptions;
  /** The choice of files opens as soon as there is one. */
  readonly #opens: AwaitedPress<'choice'>;
  /** Who waits for the code, the last one only. */
  #waiting: ((files: BatchFiles | null) => void) | null = null;
  /** What was asked for last, and whether its code could not be had: it is asked for again with the code. */
  #asked: (() => void) | null = null;
  #isLost = false;

  constructor(host: ControllerHost, options: DetailDownloadOptions) {
    this.#host = host;
    this.#options = options;
    this.#opens = new AwaitedPress(host, () => options.piece().status.state === 'loading');
    host.addController(this);
  }

  /** `null` until something was asked for, or the page rested. */
  get files(): BatchFiles | null {
    return this.#options.piece().contents;
  }

  /** What waits for the code: a file, or the choice of one. */
  get awaited(): 'file' | 'choice' | null {
    return this.#waiting === null ? this.#opens.coming : 'file';
  }

  /** Why the code cannot be had, where somebody wants it. */
  get missing(): ReturnType<typeof missingOf> {
    const missing = missingOf(this.#options.piece());
    const again = this.#isLost ? this.#asked : null;
    return missing && { ...missing, retry: again ?? missing.retry };
  }

  /** A pointer goes down on the button of the choice. */
  readonly pointed = (): void => this.files?.pointed();

  /** The button of the choice was pressed. */
  readonly pressed = (event: MouseEvent): void => {
    const piece = this.#options.piece();
    const files = piece.want();
    if (files !== null) return files.pressed(event);
    this.#opens.press('choice');
    piece.retry();
  };

  /** Answers with whether there is a file. `batch` is `null` where nothing may be read. */
  async start(batch: Batch | null, scope: DownloadScope, query: TaskQuery): Promise<boolean> {
    this.#asked = () => void this.start(batch, scope, query);
    const files = this.files ?? (await this.#wait());
    return files !== null && files.start(batch, scope, query);
  }

  /** Another batch is on screen. */
  leave(): void {
    this.#answer(null);
    this.#opens.take();
    this.#isLost = false;
    this.files?.leave();
  }

  hostUpdate(): void {
    const { status } = this.#options.piece();
    if (status.state === 'failed') {
      if (!this.#answer(null)) return;
      this.#isLost = true;
      this.#options.failed(status.problem, 'download');
    } else if (status.state === 'loaded') {
      this.#answer(status.contents);
      if (this.#opens.take() !== null) status.contents.choosing = true;
    }
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#answer(null);
    });
  }

  /** `null` where they cannot be had, or nobody waits for them any more. */
  #wait(): Promise<BatchFiles | null> {
    const piece = this.#options.piece();
    this.#answer(null);
    this.#isLost = false;
    return new Promise(resolve => {
      this.#waiting = resolve;
      this.#host.requestUpdate();
      piece.want();
      piece.retry();
    });
  }

  /** Answers with whether anybody waited. */
  #answer(files: BatchFiles | null): boolean {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.(files);
    return waiting !== null;
  }
}
