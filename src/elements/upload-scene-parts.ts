import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { link } from '../ui/link.js';
import type { Words } from '../words/index.js';
import type { UploadActs, UploadView } from './upload-desk-scenes.js';
import type { EntryView } from './upload-scenes.js';

/** Rights that were lost and a host that switched off: what was done so far stays on screen. */
export function blockedBy({ disabled, gate }: EntryView, words: Words): string | null {
  if (disabled) return words.t('upload.disabled');
  return gate === 'ready' ? null : words.t('upload.forbidden.heading');
}

/** To a batch of which the id is known. */
export function batchLink(view: UploadView, acts: UploadActs): (id: string) => TemplateResult {
  return id =>
    link({
      href: view.hrefOf(id),
      content: html`<bdi>${id}</bdi>`,
      part: 'file-link',
      act: event => acts.open(event, id, null),
    });
}
