import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';

interface FileCard {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** `null` while the rows are being counted. */
  readonly rows: { readonly count: number; readonly exact: boolean } | null;
  readonly actions?: TemplateResult | typeof nothing;
  /** What goes on with the file. */
  readonly progress?: TemplateResult;
}

/** The file that was chosen. Its name is nobody's word but its maker's: isolated, and cut only for the eye. */
export function fileCard({ name, size, rows, actions = nothing, progress }: FileCard, words: Words): TemplateResult {
  const facts = [...(rows && rows.count > 0 ? [rowsText(rows, words)] : []), words.bytes(size)];
  return html`<div class="card file-card" part="card">
    <span class="file-kind" aria-hidden="true">CSV</span>
    <div class="file-facts">
      <p class="file-name" title=${name}><bdi>${name}</bdi></p>
      <p class="small muted">${facts.join(' · ')}</p>
    </div>
    ${actions === nothing ? nothing : html`<div class="file-actions">${actions}</div>`}
    ${progress ? html`<div class="file-progress">${progress}</div>` : nothing}
  </div>`;
}

export function rowsText({ count, exact }: { count: number; exact: boolean }, words: Words): string {
  return words.t(exact ? 'upload.file.rows' : 'upload.file.moreRows', { count });
}

/** A native progress bar with the sentence beneath. `share` from 0 to 1, `null` where it is not known. */
export function progressBar(share: number | null, label: string, text: string | null = label): TemplateResult {
  return html`<progress class="bar" part="progress" max="1" aria-label=${label} value=${share ?? nothing}></progress>
    ${text === null ? nothing : html`<p class="progress-text">${text}</p>`}`;
}
