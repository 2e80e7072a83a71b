import { html, nothing, type TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import { hasTasks, isActive, progressOf } from '../core/status.js';
import type { Words } from '../words/words.js';
import { differences, integrityLine, knownCount } from './detail-integrity.js';
import { subheading } from './heading.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { sentence } from './sentence.js';
import { statusBadge } from './status.js';
import { absoluteTime, untrusted } from './values.js';

type Content = TemplateResult | string | (TemplateResult | string)[];

export interface DetailCardContent {
  readonly batch: Batch;
  readonly level: number;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  /** Whether rows read, sent and acknowledged are shown. */
  readonly integrity: boolean;
  readonly copied: boolean;
  readonly onCopy: () => void;
  readonly linkTo: (id: string) => TemplateResult;
}

/** The *Batch Details* card: a native disclosure around a list of terms. */
export function detailCard(content: DetailCardContent, words: Words, now: number): TemplateResult {
  const { batch, level, open, onToggle } = content;
  return html`<details
    class="card details"
    part="card details"
    ?open=${open}
    @toggle=${(event: Event) => onToggle((event.target as HTMLDetailsElement).open)}
  >
    <summary class="details-summary">${icon(icons.chevronDown)}${subheading(level, words.t('detail.card'))}</summary>
    <dl class="pairs">
      ${pair(words.t('detail.id'), batchId(content, words))}
      ${pair(words.t('detail.created'), absoluteTime(batch.createdAt, words))}
      ${pair(words.t('detail.updated'), absoluteTime(batch.updatedAt, words))}
      ${pair(words.t('detail.records'), count(batch.totalRecords, words))}
      ${pair(words.t('detail.status'), statusBadge(batch.status, words))}
      ${pair(words.t('detail.gateway'), gateway(batch, words))}
      ${content.integrity && batch.rows ? pair(words.t('detail.rows'), integrityLine(batch, words)) : nothing}
      ${duration(batch, words, now)} ${otherTotal(batch, words)} ${approval(batch, words)} ${lineage(content, words)}
      ${batch.description ? pair(words.t('detail.description'), untrusted(batch.description), true) : nothing}
    </dl>
    ${content.integrity ? differences(batch, words) : nothing}
  </details>`;
}

/** The same card while its values are awaited, at the height that it will have. */
export function detailCardSkeleton(level: number, words: Words): TemplateResult {
  const labels = ['id', 'created', 'updated', 'records', 'status', 'gateway', 'rows', 'took'] as const;
  return html`<div class="card details" part="card details" aria-hidden="true">
    <div class="details-summary">${icon(icons.chevronDown)}${subheading(level, words.t('detail.card'))}</div>
    <dl class="pairs">
      ${labels.map(label => pair(words.t(`detail.${label}`), html`<span class="skeleton"></span>`))}
    </dl>
  </div>`;
}

function pair(label: string, content: Content, wide = false): TemplateResult {
  return html`<div class=${wide ? 'pair pair-wide' : 'pair'}>
    <dt class="muted small">${label}</dt>
    <dd>${content}</dd>
  </div>`;
}

function batchId({ batch, copied, onCopy }: DetailCardContent, words: Words): TemplateResult {
  return html`<span class="id-line"
    ><bdi class="id" id="batch-id">${batch.id}</bdi
    ><button
      class="button button-quiet button-icon button-small"
      part="button"
      type="button"
      aria-label=${words.t('detail.id.copy')}
      title=${words.t(copied ? 'detail.id.copied' : 'detail.id.copy')}
      @click=${onCopy}
    >
      ${icon(copied ? icons.check : icons.copy)}
    </button></span
  >`;
}

/** Only where it is not the number of records, which is next to it. */
function otherTotal({ status, totalRecords, totalTasks: tasks }: Batch, words: Words): TemplateResult | typeof nothing {
  if (!hasTasks(status) || Object.is(totalRecords, tasks)) return nothing;
  return pair(words.t('detail.tasks'), count(tasks, words));
}

/** A count as it is, or a dash for what is none. */
function count(value: number, words: Words): string {
  return knownCount(value) === null ? words.t('value.none') : words.number(value);
}

function gateway({ gatewaySync, syncWithGateway }: Batch, words: Words): Content {
  if (gatewaySync === null) return words.t(syncWithGateway ? 'value.on' : 'value.off');
  const key = `detail.gateway.${gatewaySync.state}`;
  const state = untrusted(words.has(key) ? words.t(key) : gatewaySync.state);
  if (gatewaySync.at === null) return html`<bdi class="term">${state}</bdi>`;
  const time = absoluteTime(gatewaySync.at, words);
  const text =
    gatewaySync.by === null
      ? sentence(words.t('detail.gateway.at'), { state, time })
      : sentence(words.t('detail.gateway.by'), { state, time, name: untrusted(gatewaySync.by.name) });
  return html`<bdi class="term">${text}</bdi>`;
}

/** How long it took and how fast it was; how long it has been running, and not less than its last change shows. */
function duration(batch: Batch, words: Words, now: number): TemplateResult | typeof nothing {
  const { startedAt, finishedAt, updatedAt, status } = batch;
  const running = finishedAt === null && isActive(status);
  const end = running ? Math.max(now, Date.parse(updatedAt)) : Date.parse(finishedAt ?? '');
  const length = Math.max(0, end - Date.parse(startedAt ?? ''));
  if (Number.isNaN(length)) return nothing;
  // How fast it goes now is told by its progress.
  const perMinute = running ? 0 : Math.round(progressOf(batch).done / Math.max(length / 60_000, 1 / 60));
  const speed = perMinute > 0 ? ` · ${words.t('detail.perMinute', { count: perMinute })}` : '';
  return pair(words.t(running ? 'detail.running' : 'detail.took'), html`<bdi>${words.duration(length)}${speed}</bdi>`);
}

function approval({ approval: decision }: Batch, words: Words): TemplateResult | typeof nothing {
  if (decision?.state !== 'approved' && decision?.state !== 'rejected') return nothing;
  const text = sentence(words.t(`detail.approval.${decision.state}`), {
    name: decision.by ? untrusted(decision.by.name) : words.t('value.none'),
    time: absoluteTime(decision.at, words),
  });
  const comment = decision.comment ? html`<div class="remark muted">${untrusted(decision.comment)}</div>` : nothing;
  return pair(words.t('detail.approval'), html`<bdi class="term">${text}</bdi>${comment}`);
}

function lineage({ batch, linkTo }: DetailCardContent, words: Words): (TemplateResult | typeof nothing)[] {
  const { parentId, childIds } = batch;
  return [
    parentId === null ? nothing : pair(words.t('detail.parent'), linkTo(parentId)),
    childIds.length === 0
      ? nothing
      : pair(
          words.t('detail.children'),
          html`<ul class="lineage">
            ${childIds.map(id => html`<li>${linkTo(id)}</li>`)}
          </ul>`,
        ),
  ];
}
