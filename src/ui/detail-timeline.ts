import { html, nothing, type TemplateResult } from 'lit';
import type { HistoryEntry } from '../core/batch.js';
import type { Words } from '../words/words.js';
import { subheading } from './heading.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import type { Icon } from './icons.js';
import { sentence } from './sentence.js';
import { statusText, type Tone } from './status.js';
import { absoluteTime, untrusted } from './values.js';

type Content = TemplateResult | typeof nothing;

export interface TimelineContent {
  readonly history: readonly HistoryEntry[];
  /** The batches that this one is linked with: a detail that is one of their ids leads there. */
  readonly linked: readonly string[];
  readonly level: number;
  /** Whether the older entries are shown, too. */
  readonly all: boolean;
  readonly onAll: () => void;
  readonly linkTo: (id: string) => TemplateResult;
  /** A button at the end of the heading. */
  readonly action: Content;
}

/** Entries before a person asks for the rest. */
const shown = 6;

const looks: Readonly<Record<string, { icon: Icon; tone: Tone }>> = {
  created: { icon: icons.upload, tone: 'neutral' },
  approval_requested: { icon: icons.hourglass, tone: 'pending' },
  approved: { icon: icons.check, tone: 'accepted' },
  rejected: { icon: icons.cross, tone: 'failed' },
  rows_skipped: { icon: icons.info, tone: 'neutral' },
  started: { icon: icons.progress, tone: 'queued' },
  finished: { icon: icons.dot, tone: 'neutral' },
  canceled: { icon: icons.ban, tone: 'neutral' },
  retried: { icon: icons.undo, tone: 'neutral' },
  gateway_sync_started: { icon: icons.sync, tone: 'queued' },
  gateway_sync_finished: { icon: icons.sync, tone: 'neutral' },
};

const unknown: { icon: Icon; tone: Tone } = { icon: icons.dot, tone: 'neutral' };

/** How what has an end ended. */
const ends: Readonly<Record<string, { icon: Icon; tone: Tone }>> = {
  ACCEPTED: { icon: icons.check, tone: 'accepted' },
  PARTIALLY_ACCEPTED: { icon: icons.half, tone: 'partial' },
  FAILED: { icon: icons.cross, tone: 'failed' },
  done: { icon: icons.sync, tone: 'accepted' },
  failed: { icon: icons.sync, tone: 'failed' },
};

/** What happened to a batch, the latest first: what, by whom, when. */
export function timeline(content: TimelineContent, words: Words): TemplateResult {
  const { history, level, all, onAll, action } = content;
  const latest = newestFirst(history);
  const listed = all ? latest : latest.slice(0, shown);
  const more = latest.length - listed.length;
  return html`<section class="card" part="card card-timeline" aria-labelledby="timeline-heading">
    <div class="card-header">${subheading(level, words.t('timeline.heading'), 'timeline-heading')}${action}</div>
    <ol class="timeline">
      ${listed.map(entry => event(entry, content, words))}
    </ol>
    ${
      more > 0
        ? html`<div class="card-footer">
            <button class="button button-quiet" part="button" type="button" @click=${onAll}>
              ${words.t('timeline.all', { count: latest.length })}
            </button>
          </div>`
        : nothing
    }
  </section>`;
}

function event(entry: HistoryEntry, content: TimelineContent, words: Words): TemplateResult {
  const { at, by, detail } = entry;
  const known = Object.hasOwn(looks, entry.event) ? looks[entry.event] : undefined;
  const end = detail !== null && Object.hasOwn(ends, detail) ? ends[detail] : undefined;
  const closes = entry.event === 'finished' || entry.event === 'gateway_sync_finished';
  const look = (closes ? end : undefined) ?? known ?? unknown;
  const when = absoluteTime(at, words);
  const name = by?.name ? untrusted(by.name) : null;
  const { text, remark } = known ? eventText(entry, content, words) : { text: untrusted(entry.event), remark: detail };
  return html`<li class="event">
    <span class="event-icon tone-${look.tone}">${icon(look.icon)}</span>
    <div class="event-body">
      <div>${text}</div>
      <div class="muted small">
        <bdi>${name === null ? when : sentence(words.t('timeline.by'), { name, time: when })}</bdi>
      </div>
      ${remark ? html`<div class="event-remark">${untrusted(remark)}</div>` : nothing}
    </div>
  </li>`;
}

interface EventWords {
  readonly text: (TemplateResult | string)[] | TemplateResult | string;
  /** What a person wrote, or a server says in words of its own. */
  readonly remark: string | null;
}

/** An event that we know in words; its detail within them where it means something to the event, else beneath. */
function eventText({ event: name, detail }: HistoryEntry, content: TimelineContent, words: Words): EventWords {
  const plain = words.t(`timeline.${name}` as 'timeline.started');
  const linked = detail !== null && content.linked.includes(detail) ? { id: content.linkTo(detail) } : null;
  switch (name) {
    case 'created':
      return linked
        ? { text: sentence(words.t('timeline.created.retry'), linked), remark: null }
        : { text: plain, remark: detail };
    case 'retried':
      return linked
        ? { text: sentence(words.t('timeline.retried.in'), linked), remark: null }
        : { text: plain, remark: detail };
    case 'rows_skipped': {
      const count = Number(detail || Number.NaN);
      return Number.isInteger(count)
        ? { text: words.t('timeline.rows_skipped.count', { count }), remark: null }
        : { text: plain, remark: detail };
    }
    case 'finished': {
      const status = detail && words.has(`status.${detail}`) ? untrusted(statusText(detail, words)) : null;
      return status
        ? { text: sentence(words.t('timeline.finished.as'), { status }), remark: null }
        : { text: plain, remark: detail };
    }
    case 'gateway_sync_finished': {
      const key = `timeline.gateway_sync_finished.${detail}`;
      return words.has(key) ? { text: words.t(key), remark: null } : { text: plain, remark: detail };
    }
    default:
      return { text: plain, remark: detail };
  }
}

/** A server may list them either way. What has no time that can be read comes last. */
function newestFirst(history: readonly HistoryEntry[]): HistoryEntry[] {
  const timeOf = ({ at }: HistoryEntry) => Date.parse(at) || -Infinity;
  const readable = history.filter((entry: HistoryEntry | null) => typeof entry?.event === 'string');
  // Of one moment, what was written last is the latest.
  return readable.reverse().sort((one, other) => (timeOf(one) === timeOf(other) ? 0 : timeOf(other) - timeOf(one)));
}
