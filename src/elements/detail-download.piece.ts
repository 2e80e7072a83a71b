import type { nothing, TemplateResult } from 'lit';
import { ProblemError, type Problem } from '../core/problem.js';
import type { Batch } from '../core/batch.js';
import type { DownloadScope } from '../core/download-scope.js';
import type { TaskQuery } from '../core/view.js';
import type { Announcer } from '../state/announcer.js';
import { Download, type DownloadStatus } from '../state/download.js';
import type { ControllerHost } from '../state/loader.js';
import type { Settings } from '../state/settings.js';
import { downloadNotice, filesMenu, type FilesMenuContent } from '../ui/detail-files.js';
import { files } from '../ui/styles/index.js';
import { isolated } from '../ui/values.js';
import { download } from '../words/en/download.js';
import type { Words } from '../words/words.js';
import { ask, tell } from './ask.js';
import type { PieceContents } from './pieces.js';

type OnDownload = FilesMenuContent['onDownload'];

export interface BatchFilesOptions {
  readonly settings: Settings;
  readonly announcer: Announcer;
  readonly words: () => Words;
  readonly failed: (problem: Problem, action: 'download') => void;
}

export const styles = [files];

/** The files of the batch on screen: the choice of one, the events around it, and what is said of it. */
export class BatchFiles implements PieceContents {
  readonly words = download;
  readonly styles = styles;
  readonly #host: ControllerHost;
  readonly #options: BatchFilesOptions;
  readonly #download: Download;
  #choosing = false;
  #pressedOpen = false;
  /** What was asked for last, to be asked for again. */
  #last: { readonly scope: DownloadScope; readonly query: TaskQuery } | null = null;

  constructor(host: ControllerHost, options: BatchFilesOptions) {
    this.#host = host;
    this.#options = options;
    this.#download = new Download(host);
  }

  get status(): DownloadStatus {
    return this.#download.status;
  }

  /** Whether a person chooses among the files. */
  get choosing(): boolean {
    return this.#choosing;
  }
  set choosing(choosing: boolean) {
    if (choosing === this.#choosing) return;
    this.#choosing = choosing;
    this.#host.requestUpdate();
  }

  /** A pointer goes down on the button of the choice. What is open is closed by that very press, before it is a click. */
  readonly pointed = (): void => {
    this.#pressedOpen = this.#choosing;
  };

  /** The button of the choice was pressed: it opens what is closed, and the other way round. */
  readonly pressed = ({ detail }: MouseEvent): void => {
    const closedByIt = detail > 0 && this.#pressedOpen;
    this.choosing = !this.#choosing && !closedByIt;
  };

  menu({ tasks, totalTasks: total }: Batch, narrowed: FilesMenuContent['narrowed'], onDownload: OnDownload) {
    const { choosing: open } = this;
    const onClose = () => {
      this.choosing = false;
    };
    return filesMenu({ tasks, total, narrowed, open, onClose, onDownload }, this.#options.words());
  }

  notice(batch: Batch): TemplateResult | typeof nothing {
    const retry = () => this.#retry(batch);
    const dismiss = () => this.#download.cancel();
    return downloadNotice(
      { download: this.status, queued: this.#awaits(batch), retry, dismiss },
      this.#options.words(),
    );
  }

  /** How many of the tasks that go into the file under way the server has not worked on yet. */
  #awaits({ tasks }: Batch): number {
    const { status } = this;
    const whole = status.state === 'running' && (status.scope === 'all' || status.scope === 'queued');
    return whole ? tasks.queued : 0;
  }

  /** Answers with whether there is a file. `batch` is `null` where nothing may be read. */
  async start(batch: Batch | null, scope: DownloadScope, query: TaskQuery): Promise<boolean> {
    const { settings, announcer, words, failed } = this.#options;
    const { adapter, definition } = settings;
    if (this.status.state === 'running') return false;
    if (batch === null || adapter === null) {
      failed(new ProblemError({ code: 'forbidden', title: 'There is nothing to download' }), 'download');
      return false;
    }
    const { id } = batch;
    if (!ask(this.#host, 'batch-sync-download', { id, scope })) return false;
    this.#last = { scope, query };
    const file = await this.#download.start({ adapter, batch, definition, scope, query }, problem => {
      announcer.say(words().t('download.failed.heading'));
      failed(problem, 'download');
    });
    if (file === null) return false;
    const { fileName, tasks } = file;
    announcer.say(words().t('download.done', { file: isolated(fileName), count: tasks }));
    settings.telemetry('downloaded', { scope, tasks });
    tell(this.#host, 'batch-sync-downloaded', { id, scope, fileName, tasks });
    return true;
  }

  /** The same file again, whatever is listed by now. */
  #retry(batch: Batch): void {
    if (this.#last !== null) void this.start(batch, this.#last.scope, this.#last.query);
  }

  /** Another batch is on screen. */
  leave(): void {
    this.#download.cancel();
    this.choosing = false;
  }
}
