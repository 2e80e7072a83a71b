import type { Settings } from '../state/settings.js';
import type { Upload } from '../state/upload.js';
import type { BatchIdCopy } from './upload-copy.js';
import type { DescriptionDraft } from './upload-description-draft.js';
import type { UploadEntry } from './upload-entry.js';
import type { GivenFiles } from './upload-given-files.js';
import type { UploadLeave } from './upload-leave.js';
import type { ReviewActs } from './upload-review-acts.js';
import type { UploadActs, UploadView } from './upload-scenes.js';
import type { UploadSend } from './upload-send.js';
import type { BatchSyncUpload } from './upload.js';

/** What works in the element. */
export interface UploadWorkings {
  readonly settings: Settings;
  readonly entry: UploadEntry;
  readonly upload: Upload;
  readonly draft: DescriptionDraft;
  readonly files: GivenFiles;
  readonly review: ReviewActs;
  readonly send: UploadSend;
  readonly copy: BatchIdCopy;
  readonly leave: UploadLeave;
}

/** Everything that the screen depends on, as it is now. */
export function viewOf(host: BatchSyncUpload, workings: UploadWorkings): UploadView {
  const { settings, entry, upload, draft, files, send, copy } = workings;
  const { flow, fault, wait, offer, transfer, readsLong } = upload;
  const { disabled, description, syncWithGateway, layout, dirty } = host;
  return {
    ...{ flow, fault, wait, offer, transfer, readsLong },
    ...{ disabled, description, syncWithGateway },
    definition: settings.definition,
    describes: settings.makerChecker,
    gate: entry.gate,
    gateProblem: settings.capabilitiesProblem,
    judged: draft.isJudged,
    copied: copy.isCopied,
    earlier: send.earlier,
    look: files.intake.look,
    now: settings.now(),
    cancelable: layout === 'dialog' || dirty,
    hrefOf: id => settings.linkTo({ kind: 'batch', id }),
  };
}

/** What a person can do, and who does it. */
export function actsOf(host: BatchSyncUpload, workings: UploadWorkings): UploadActs {
  const { settings, entry, upload, draft, review, send, copy, leave } = workings;
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
    acceptWarnings: accepted => upload.acceptWarnings(accepted),
    acceptEarlier: accepted => send.earlier.accept(accepted),
    setSyncWithGateway: on => {
      host.syncWithGateway = on;
    },
    send: () => {
      if (!entry.refuses('submit')) void send.begin();
    },
    revise: () => upload.revise(),
    retry: () => host.submit(),
    acceptDuplicate: () => {
      if (!entry.refuses('submit')) upload.acceptDuplicate();
    },
    retryRights: () => settings.retryCapabilities(),
    copy: () => {
      if (upload.flow.phase === 'done') void copy.copy(upload.flow.batches[0].id);
    },
    open: (event, id, batch) => leave.toBatch(event, id, batch),
    again: () => host.reset(),
    resume: () => upload.resume(),
    review,
  };
}
