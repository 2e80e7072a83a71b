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
      ${pair(words.t('detail.tasks'), hasTasks(batch.status) ? count(batch.totalTasks, words) : words.t('value.none'))}
      ${pair(words.t('detail.gateway'), gateway(batch, words, now))} ${duration(batch, words, now)}
      ${content.integrity && batch.rows ? pair(words.t('detail.rows'), rowCounts(batch.rows, words)) : nothing}
      ${approval(batch, words, now)} ${lineage(content, words)}
      ${batch.description ? pair(words.t('detail.description'), untrusted(batch.description), true) : nothing}
    </dl>
    ${content.integrity ? explanations(batch, words) : nothing}
  </details>`;
}

/** The same card while its values are awaited, at the height that it will have. */
export function detailCardSkeleton(level: number, words: Words): TemplateResult {
  const labels = ['id', 'created', 'updated', 'records', 'status', 'tasks', 'gateway', 'took'] as const;
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

/** A count as it is, or a dash for what is none. */
function count(value: number, words: Words): string {
  return Number.isFinite(value) && value >= 0 ? words.number(value) : words.t('value.none');
}

function gateway({ gatewaySync, syncWithGateway }: Batch, words: Words, now: number): Content {
  if (gatewaySync === null) return words.t(syncWithGateway ? 'value.on' : 'value.off');
  const key = `detail.gateway.${gatewaySync.state}`;
  const state = untrusted(words.has(key) ? words.t(key) : gatewaySync.state);
  if (gatewaySync.at === null) return state;
  const time = relativeTime(gatewaySync.at, words, now);
  return gatewaySync.by === null
    ? sentence(words.t('detail.gateway.at'), { state, time })
    : sentence(words.t('detail.gateway.by'), { state, time, name: untrusted(gatewaySync.by.name) });
}

/** How long it took and how fast it was; how long it has been running. */
function duration(batch: Batch, words: Words, now: number): TemplateResult | typeof nothing {
  const { startedAt, finishedAt, status } = batch;
  const running = finishedAt === null && isActive(status);
  const end = running ? now : Date.parse(finishedAt ?? '');
  const length = Math.max(0, end - Date.parse(startedAt ?? ''));
  if (Number.isNaN(length)) return nothing;
  const perMinute = Math.round(progressOf(batch).done / Math.max(length / 60_000, 1 / 60));
  const speed = perMinute > 0 ? ` · ${words.t('detail.perMinute', { count: perMinute })}` : '';
  return pair(words.t(running ? 'detail.running' : 'detail.took'), `${words.duration(length)}${speed}`);
}

function rowCounts({ read, sent, acknowledged }: RowCounts, words: Words): TemplateResult {
  const text = (value: number | null) => (value === null ? words.t('value.none') : count(value, words));
  const sign = (one: number | null, other: number | null) =>
    one === null || other === null ? '·' : one === other ? '=' : '≠';
  const known = read !== null && sent !== null && acknowledged !== null;
  const equal = known && read === sent && sent === acknowledged;
  return html`<span class="rows-line"
    ><span dir="ltr"
      >${text(read)} ${sign(read, sent)} ${text(sent)} ${sign(sent, acknowledged)} ${text(acknowledged)}</span
    >
    ${
      known
        ? html`<span class=${equal ? 'tone-accepted' : 'tone-partial'}
            >${icon(equal ? 'check' : 'warning')}<span class="visually-hidden"
              >${words.t(equal ? 'detail.rows.equal' : 'detail.rows.unequal')}</span
            ></span
          >`
        : nothing
    }</span
  >`;
}

function approval({ approval: decision }: Batch, words: Words, now: number): TemplateResult | typeof nothing {
  if (decision?.state !== 'approved' && decision?.state !== 'rejected') return nothing;
  const text = sentence(words.t(`detail.approval.${decision.state}`), {
    name: decision.by ? untrusted(decision.by.name) : words.t('value.none'),
    time: relativeTime(decision.at, words, now),
  });
  const comment = decision.comment ? html`<div class="muted">${untrusted(decision.comment)}</div>` : nothing;
  return pair(words.t('detail.approval'), html`${text}${comment}`);
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
  const found: string[] = [];
  const notSent = (rows?.read ?? 0) - (rows?.sent ?? 0);
  const notAcknowledged = (rows?.sent ?? 0) - (rows?.acknowledged ?? 0);
  if (rows?.read != null && rows.sent !== null && notSent > 0) {
    found.push(words.t('detail.rows.notSent', { count: notSent }));
  }
  if (rows?.sent != null && rows.acknowledged !== null && notAcknowledged !== 0) {
    const key = notAcknowledged > 0 ? 'detail.rows.notAcknowledged' : 'detail.rows.added';
    found.push(words.t(key, { count: Math.abs(notAcknowledged) }));
  }
  return found;
}

function taskDifference({ status, totalRecords, totalTasks }: Batch, words: Words): string[] {
  if (!hasTasks(status)) return status === 'PENDING_APPROVAL' ? [words.t('detail.tasks.pending')] : [];
  const missing = totalRecords - totalTasks;
  // While a batch is being made ready, its tasks are still to come.
  if (!Number.isFinite(missing) || missing === 0 || (totalTasks === 0 && isActive(status))) return [];
  const params = { tasks: totalTasks, records: totalRecords, count: Math.abs(missing) };
  if (totalTasks === 0) return [words.t('detail.tasks.none')];
  return [words.t(missing > 0 ? 'detail.tasks.fewer' : 'detail.tasks.more', params)];
}
