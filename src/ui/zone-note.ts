import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import { sentence } from './sentence.js';

export interface ZoneNoteContent {
  /** IANA name of the zone that a person may change to; `null` where there is but one. */
  readonly other: string | null;
  readonly onChange: () => void;
}

/** In which zone times are told, and the way to the other one: said once, beneath them all. */
export function zoneNote({ other, onChange }: ZoneNoteContent, words: Words): TemplateResult {
  return html`<p class="zone-note muted small">
    <span>${sentence(words.t('time.zone'), { zone: zone(words.timeZone, words) })}</span>
    ${
      other === null
        ? nothing
        : html`<button class="link zone-change" type="button" @click=${onChange}>
            <span>${sentence(words.t('time.zone.change'), { zone: zone(other, words) })}</span>
          </button>`
    }
  </p>`;
}

function zone(name: string, words: Words): TemplateResult {
  return html`<bdi>${words.zoneName(name)}</bdi>`;
}
