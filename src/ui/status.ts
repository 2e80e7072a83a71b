import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import type { Icon } from './icons.js';

export type Tone = 'accepted' | 'failed' | 'queued' | 'partial' | 'pending' | 'neutral';

const looks: Readonly<Record<string, { tone: Tone; icon: Icon }>> = {
  PENDING_APPROVAL: { tone: 'pending', icon: icons.hourglass },
  QUEUED: { tone: 'queued', icon: icons.clock },
  PROCESSING: { tone: 'queued', icon: icons.progress },
  ACCEPTED: { tone: 'accepted', icon: icons.check },
  PARTIALLY_ACCEPTED: { tone: 'partial', icon: icons.half },
  FAILED: { tone: 'failed', icon: icons.cross },
  CANCELED: { tone: 'neutral', icon: icons.ban },
  APPROVAL_REJECTED: { tone: 'neutral', icon: icons.lock },
};

/** A label with an icon, a colour and a word: colour is never alone. `isShort`: whether the text is surely that. */
export function badge(tone: Tone, shape: Icon, text: string, part?: string, isShort = false): TemplateResult {
  return html`<span class="badge tone-${tone}" part=${part ?? nothing}
    >${icon(shape)}<bdi class=${isShort ? 'badge-text short' : 'badge-text'} .textContent=${text}></bdi
  ></span>`;
}

/** The badge of a batch's or task's status. One that we do not know is neutral, with its raw text. */
export function statusBadge(status: string, words: Words): TemplateResult {
  const known = Object.hasOwn(looks, status) ? looks[status] : undefined;
  if (!known) return badge('neutral', icons.dot, status, 'status');
  const part = `status status-${status.toLowerCase().replaceAll('_', '-')}`;
  return badge(known.tone, known.icon, statusText(status, words), part, true);
}

/** A status in words; its raw text where we do not know it. */
export function statusText(status: string, words: Words): string {
  const key = `status.${status}`;
  return words.has(key) ? words.t(key) : status;
}
