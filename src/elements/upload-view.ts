import type { Settings } from '../state/settings.js';
import type { Upload } from '../state/upload.js';
import type { DescriptionDraft } from './upload-description-draft.js';
import type { DeskPiece } from './upload-desk.piece.js';
import type { UploadEntry } from './upload-entry.js';
import type { GivenFiles } from './upload-given-files.js';
import type { UploadLeave } from './upload-leave.js';
import type { EntryActs, EntryView } from './upload-scenes.js';
import type { BatchSyncUpload } from './upload.js';

/** What works in the element before there is a file. */
export interface EntryWorkings {
  readonly settings: Settings;
  readonly entry: UploadEntry;
  readonly upload: Upload;
  readonly desk: DeskPiece;
  readonly draft: DescriptionDraft;
  readonly files: GivenFiles;
  readonly leave: UploadLeave;
}

/** Everything that the screen depends on until there is a file, as it is now. */
export function entryView(host: BatchSyncUpload, workings: EntryWorkings): EntryView {
  const { settings, entry, upload, desk, draft, files } = workings;
  const { flow, fault } = upload;
  const { disabled, description, layout, dirty } = host;
  const { status } = desk;
  return {
    ...{ flow, fault, disabled, description },
    definition: settings.definition,
    describes: settings.makerChecker,
    gate: entry.gate,
    gateProblem: settings.capabilitiesProblem,
    judged: draft.isJudged,
    look: files.intake.look,
    awaited: status.state === 'loaded' ? null : { problem: status.state === 'failed' ? status.problem : null },
    cancelable: layout === 'dialog' || dirty,
  };
}

/** What a person can do until there is a file, and who does it. */
export function entryActs(host: BatchSyncUpload, workings: EntryWorkings): EntryActs {
  const { settings, upload, desk, draft, leave } = workings;
  return {
    choose: () => {
      if (!host.disabled) host.shadowRoot?.querySelector<HTMLInputElement>('input[type="file"]')?.click();
    },
    sample: () => host.downloadSample(),
    dismiss: () => void leave.dismiss('cancel'),
    stop: () => host.cancel(),
    describe: () => upload.describe(),
    setDescription: draft.write,
    described: draft.submit,
    retryRights: () => settings.retryCapabilities(),
    retryDesk: () => desk.retry(),
  };
}
