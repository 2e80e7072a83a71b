import { html, nothing, type TemplateResult } from 'lit';
import type { Batch, RowCounts } from '../core/batch.js';
import { hasTasks, isActive, progressOf } from '../core/status.js';
import type { Words } from '../words/words.js';
import { subheading } from './heading.js';
import { icon } from './icon.js';
import { sentence } from './sentence.js';
import { statusBadge } from './status.js';
import { absoluteTime, relativeTime, untrusted } from './values.js';

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
    <summary class="details-summary">${icon('chevronDown')}${subheading(level, words.t('detail.card'))}</summary>
    <dl class="pairs">
      ${pair(words.t('detail.id'), batchId(content, words))}
      ${pair(words.t('detail.created'), absoluteTime(batch.createdAt, words))}
      ${pair(words.t('detail.updated'), absoluteTime(batch.updatedAt, words))}
      ${pair(words.t('detail.records'), count(batch.totalRecords, words))}
      ${pair(words.t('detail.status'), statusBadge(batch.status, words))}
      ${pair(words.t('detail.gateway'), gateway(batch, words, now))}
      ${content.integrity && batch.rows ? pair(words.t('detail.rows'), rowCounts(batch.rows, words)) : nothing}
      ${duration(batch, words, now)} ${otherTotal(batch, words)} ${approval(batch, words, now)}
      ${lineage(content, words)}
      ${batch.description ? pair(words.t('detail.description'), untrusted(batch.description), true) : nothing}
    </dl>
    ${content.integrity ? explanations(batch, words) : nothing}
  </details>`;
}

/** The same card while its values are awaited, at the height that it will have. */
export function detailCardSkeleton(level: number, words: Words): TemplateResult {
  const labels = ['id', 'created', 'updated', 'records', 'status', 'gateway', 'rows', 'took'] as const;
  return html`<div class="card details" part="card details" aria-hidden="true">
    <div class="details-summary">${icon('chevronDown')}${subheading(level, words.t('detail.card'))}</div>
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
      ${icon(copied ? 'check' : 'copy')}
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
  return known(value) === null ? words.t('value.none') : words.number(value);
}

function gateway({ gatewaySync, syncWithGateway }: Batch, words: Words, now: number): Content {
  if (gatewaySync === null) return words.t(syncWithGateway ? 'value.on' : 'value.off');
  const key = `detail.gateway.${gatewaySync.state}`;
  const state = untrusted(words.has(key) ? words.t(key) : gatewaySync.state);
  if (gatewaySync.at === null) return state;
  const time = relativeTime(gatewaySync.at, words, now);
  const text =
    gatewaySync.by === null
      ? sentence(words.t('detail.gateway.at'), { state, time })
      : sentence(words.t('detail.gateway.by'), { state, time, name: untrusted(gatewaySync.by.name) });
  return html`<bdi>${text}</bdi>`;
}

/** How long it took and how fast it was; how long it has been running, and not less than its last change shows. */
function duration(batch: Batch, words: Words, now: number): TemplateResult | typeof nothing {
  const { startedAt, finishedAt, updatedAt, status } = batch;
  const running = finishedAt === null && isActive(status);
  const end = running ? Math.max(now, Date.parse(updatedAt)) : Date.parse(finishedAt ?? '');
  const length = Math.max(0, end - Date.parse(startedAt ?? ''));
  if (Number.isNaN(length)) return nothing;
  const perMinute = Math.round(progressOf(batch).done / Math.max(length / 60_000, 1 / 60));
  const speed = perMinute > 0 ? ` · ${words.t('detail.perMinute', { count: perMinute })}` : '';
  return pair(words.t(running ? 'detail.running' : 'detail.took'), html`<bdi>${words.duration(length)}${speed}</bdi>`);
}

function rowCounts(rows: RowCounts, words: Words): TemplateResult {
  const [read, sent, acknowledged] = [rows.read, rows.sent, rows.acknowledged].map(known);
  const text = (value: number | null | undefined) => (value == null ? words.t('value.none') : words.number(value));
  const complete = read != null && sent != null && acknowledged != null;
  const equal = complete && read === sent && sent === acknowledged;
  const verdict = html`<span class=${equal ? 'tone-accepted' : 'tone-partial'}
    >${icon(equal ? 'check' : 'warning')}<span class="visually-hidden"
      >${words.t(equal ? 'detail.rows.equal' : 'detail.rows.unequal')}</span
    ></span
  >`;
  return html`<span class="rows-line"
    ><bdi>${text(read)} ${sign(read, sent)} ${text(sent)} ${sign(sent, acknowledged)} ${text(acknowledged)}</bdi>${
      complete ? verdict : nothing
    }</span
  >`;
}

function sign(one: number | null | undefined, other: number | null | undefined): string {
  if (one == null || other == null) return '·';
  return one === other ? '=' : '≠';
}

/** A count that can be one. */
function known(value: number | null): number | null {
  return value !== null && Number.isFinite(value) && value >= 0 ? value : null;
}

function approval({ approval: decision }: Batch, words: Words, now: number): TemplateResult | typeof nothing {
  if (decision?.state !== 'approved' && decision?.state !== 'rejected') return nothing;
  const text = sentence(words.t(`detail.approval.${decision.state}`), {
    name: decision.by ? untrusted(decision.by.name) : words.t('value.none'),
    time: relativeTime(decision.at, words, now),
  });
  const comment = decision.comment ? html`<div class="muted">${untrusted(decision.comment)}</div>` : nothing;
  return pair(words.t('detail.approval'), html`<bdi>${text}</bdi>${comment}`);
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

/** Why counts that one expects to be equal are not. */
function explanations(batch: Batch, words: Words): TemplateResult | typeof nothing {
  const found = [...rowDifferences(batch.rows, words), ...taskDifference(batch, words)];
  if (found.length === 0) return nothing;
  return html`<ul class="explanations small muted">
    ${found.map(text => html`<li>${icon('info')}<span>${text}</span></li>`)}
  </ul>`;
}

function rowDifferences(rows: RowCounts | null, words: Words): string[] {
  const read = known(rows?.read ?? null);
  const sent = known(rows?.sent ?? null);
  const acknowledged = known(rows?.acknowledged ?? null);
  const found: string[] = [];
  if (read !== null && sent !== null && sent < read) {
    found.push(words.t('detail.rows.notSent', { count: read - sent }));
  }
  if (sent !== null && acknowledged !== null && sent !== acknowledged) {
    const key = acknowledged < sent ? 'detail.rows.notAcknowledged' : 'detail.rows.added';
    found.push(words.t(key, { count: Math.abs(sent - acknowledged) }));
  }
  return found;
}

function taskDifference({ status, totalRecords, totalTasks }: Batch, words: Words): string[] {
  if (!hasTasks(status)) return [];
  const missing = totalRecords - totalTasks;
  // While a batch is being made ready, its tasks are still to come.
  if (!Number.isFinite(missing) || missing === 0 || (totalTasks === 0 && isActive(status))) return [];
  const params = { tasks: totalTasks, records: totalRecords, count: Math.abs(missing) };
  if (totalTasks === 0) return [words.t('detail.tasks.none')];
  return [words.t(missing > 0 ? 'detail.tasks.fewer' : 'detail.tasks.more', params)];
}
