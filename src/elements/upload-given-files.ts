import type { ReactiveController } from 'lit';
import type { BatchDefinition } from '../core/definition.js';
import type { FileFault } from '../core/file-fault.js';
import { ProblemError } from '../core/problem.js';
import type { Announcer } from '../state/announcer.js';
import { FileIntake } from '../state/file-intake.js';
import type { Settings } from '../state/settings.js';
import type { Upload } from '../state/upload.js';
import { faultText } from '../ui/upload-choose.js';
import type { Words } from '../words/index.js';
import { ask, tellProblem } from './ask.js';
import type { DescriptionDraft } from './upload-description-draft.js';
import type { UploadEntry } from './upload-entry.js';
import type { BatchSyncUpload } from './upload.js';

interface GivenFilesOptions {
  readonly upload: Upload;
  readonly settings: Settings;
  readonly entry: UploadEntry;
  /** Whether another file may take the place of the one under review; `null` where nothing is lost. */
  readonly mayReplace: () => Promise<boolean> | null;
  readonly draft: DescriptionDraft;
  readonly announcer: Announcer;
  readonly words: () => Words;
  /** Whether the sheet is on screen. */
  readonly isShown: () => boolean;
}

/** How a file comes: from the host, which is not asked, or from a person, of whom the host is. */
export class GivenFiles implements ReactiveController {
  readonly intake: FileIntake;
  readonly #host: BatchSyncUpload;
  readonly #options: GivenFilesOptions;
  /** A file that the host gave, until it can be read. */
  #waiting: File | null = null;
  #definition: BatchDefinition | null = null;

  constructor(host: BatchSyncUpload, options: GivenFilesOptions) {
    this.#host = host;
    this.#options = options;
    this.intake = new FileIntake(host, {
      takes: () => options.entry.isOpen && options.upload.takesFile,
      take: file => void this.offer(file),
      refuse: fault => this.#refuse(fault),
    });
    host.addController(this);
  }

  get file(): File | null {
    return this.#waiting ?? this.#options.upload.file;
  }

  /** The host's own file. */
  set file(file: File | null) {
    const { upload } = this.#options;
    if (upload.takesFile) {
      this.#waiting = file;
      if (file === null && upload.file !== null) upload.choose();
    } else {
      this.#tellBusy();
    }
  }

  /** A person's file: the host may want it not, and the person not to lose what they changed in an earlier one. */
  async offer(file: File): Promise<void> {
    const { upload, mayReplace } = this.#options;
    if (!upload.takesFile) return this.#tellBusy();
    if (!ask(this.#host, 'batch-sync-file', { fileName: file.name, size: file.size })) return;
    const asked = mayReplace();
    if (asked && !(await asked)) return;
    if (upload.takesFile) this.#accept(file);
    else this.#tellBusy();
  }

  forget(): void {
    this.#waiting = null;
  }

  /** What the host gave is read, a shown sheet begins, another definition judges again. */
  hostUpdate(): void {
    const { upload, settings, entry, isShown } = this.#options;
    if (!entry.isOpen) return;
    const { phase } = upload.flow;
    const { definition } = settings;
    const isRejudged = this.#definition !== null && this.#definition !== definition;
    this.#definition = definition;
    if (this.#waiting && upload.takesFile) {
      const file = this.#waiting;
      this.#waiting = null;
      this.#accept(file);
    } else if (isRejudged && (phase === 'reading' || phase === 'review')) {
      upload.rejudge();
    } else if (phase === 'idle' && isShown()) {
      upload.begin(settings.makerChecker);
    }
  }

  #accept(file: File): void {
    const { upload, draft } = this.#options;
    if (upload.flow.phase === 'done') this.#host.reset();
    if (draft.isMissing) upload.describe(file);
    else upload.read(file);
  }

  #refuse(fault: FileFault): void {
    const { upload, announcer, words } = this.#options;
    upload.refuse(fault);
    announcer.say(faultText(fault, words()));
  }

  #tellBusy(): void {
    const problem = new ProblemError({ code: 'busy', title: 'A batch is being sent', retryable: true });
    tellProblem(this.#host, problem, 'file');
  }
}
