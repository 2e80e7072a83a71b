import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { modal, whenClosed } from '../ui/modal.js';

interface UploadDialog {
  readonly open: boolean;
  readonly content: TemplateResult;
  /** The person pressed Esc, or the browser would close it. */
  readonly escape: () => void;
  /** The browser closed it without asking, though it is to be open. */
  readonly reopen: () => void;
}

/** The modal dialog around the sheet, which nothing closes unasked. */
export function uploadDialog({ open, content, escape, reopen }: UploadDialog): TemplateResult {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    escape();
  };
  const onCancel = (event: Event) => {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    escape();
  };
  return html`<dialog
    class="dialog upload"
    part="dialog"
    aria-labelledby="sheet-title"
    closedby="none"
    ${modal(open)}
    @keydown=${onKey}
    @cancel=${onCancel}
    @close=${whenClosed(reopen)}
  >
    ${content}
  </dialog>`;
}
