import { html, type TemplateResult } from 'lit';
import type { BatchDefinition } from '../core/definition.js';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { sheetButton } from './upload-sheet.js';

/** What hangs over: nothing, something that may become the file, or something that cannot. */
export type DropLook = 'none' | 'accept' | 'reject';

interface DropZone {
  readonly look: DropLook;
  readonly definition: BatchDefinition;
  /** Whether no file is taken. */
  readonly blocked: boolean;
  readonly choose: () => void;
}

/** Where a file goes. The whole sheet takes drops; this is what shows it. */
export function dropZone({ look, definition, blocked, choose }: DropZone, words: Words): TemplateResult {
  const { maxRows, maxBytes } = definition.limits;
  const text = words.t(look === 'none' ? 'upload.drop' : `upload.drop.${look}`);
  return html`<div class="dropzone dropzone-${look}" part="dropzone dropzone-${look === 'none' ? 'idle' : look}">
    <slot name="dropzone">
      <span class="dropzone-icon">${icon(look === 'reject' ? icons.ban : icons.upload)}</span>
      <p class="dropzone-text">${text}</p>
    </slot>
    <p class="small muted">${words.t('upload.drop.or')}</p>
    ${sheetButton({ label: words.t('upload.choose'), press: choose, primary: true, blocked, focused: true })}
    <p class="small muted">${words.t('upload.limits', { count: maxRows, size: words.bytes(maxBytes) })}</p>
  </div>`;
}
