import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import { icon, type IconName } from './icon.js';

export type Tone = 'accepted' | 'failed' | 'queued' | 'partial' | 'pending' | 'neutral';

const looks: Readonly<Record<string, { tone: Tone; icon: IconName }>> = {
  PENDING_APPROVAL: { tone: 'pending', icon: 'hourglass' },
  QUEUED: { tone: 'queued', icon: 'clock' },
  PROCESSING: { tone: 'queued', icon: 'progress' },
  ACCEPTED: { tone: 'accepted', icon: 'check' },
  PARTIALLY_ACCEPTED: { tone: 'partial', icon: 'half' },
  FAILED: { tone: 'failed', icon: 'cross' },
  CANCELED: { tone: 'neutral', icon: 'ban' },
  APPROVAL_REJECTED: { tone: 'neutral', icon: 'lock' },
};

/** A label with an icon, a colour and a word: colour is never alone. */
export function badge(tone: Tone, iconName: IconName, text: string, part?: string): TemplateResult {
  return html`<span class="badge tone-${tone}" part=${part ?? nothing}
    >${icon(iconName)}<bdi class="badge-text" .textContent=${text}></bdi
  ></span>`;
}

/** The badge of a batch's or task's status. One that we do not know is neutral, with its raw text. */
export function statusBadge(status: string, words: Words): TemplateResult {
  const known = Object.hasOwn(looks, status) ? looks[status] : undefined;
  if (!known) return badge('neutral', 'dot', status, 'status');
  const part = `status status-${status.toLowerCase().replaceAll('_', '-')}`;
  return badge(known.tone, known.icon, statusText(status, words), part);
}

/** A status in words; its raw text where we do not know it. */
export function statusText(status: string, words: Words): string {
  const key = `status.${status}`;
  return words.has(key) ? words.t(key) : status;
}
