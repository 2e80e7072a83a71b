import { html, nothing, type TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import { hasTasks, isActive } from '../core/status.js';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';

/** Rows read, sent and acknowledged, and the tasks that were made of them: each what one side counted. */
export function integrityLine(batch: Batch, words: Words): TemplateResult {
  const counts = [batch.rows?.read, batch.rows?.sent, batch.rows?.acknowledged, tasksMade(batch)].map(knownCount);
  const complete = counts.every(count => count !== null);
  const equal = complete && counts.every(count => count === counts[0]);
  const line = counts.flatMap((count, index) => {
    const text = count === null ? words.t('value.none') : words.number(count);
    return index === 0 ? [text] : [sign(counts[index - 1] ?? null, count), text];
  });
  const verdict = html`<span class=${equal ? 'tone-accepted' : 'tone-partial'}
    >${icon(equal ? icons.check : icons.warning)}<span class="visually-hidden"
      >${words.t(equal ? 'detail.rows.equal' : 'detail.rows.unequal')}</span
    ></span
  >`;
  return html`<span class="rows-line"><bdi>${line.join(' ')}</bdi>${complete ? verdict : nothing}</span>`;
}

/** Why counts that one expects to be equal are not. */
export function differences(batch: Batch, words: Words): TemplateResult | typeof nothing {
  const found = [...rowDifferences(batch, words), ...taskDifference(batch, words)];
  if (found.length === 0) return nothing;
  return html`<ul class="explanations small muted">
    ${found.map(text => html`<li>${icon(icons.info)}<span>${text}</span></li>`)}
  </ul>`;
}

/** A count that can be one. */
export function knownCount(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}

/** `null` while they are still to come. */
function tasksMade({ status, totalTasks }: Batch): number | null {
  return !hasTasks(status) || (totalTasks === 0 && isActive(status)) ? null : totalTasks;
}

function sign(one: number | null, other: number | null): string {
  if (one === null || other === null) return '·';
  return one === other ? '=' : '≠';
}

function rowDifferences({ rows, parentId }: Batch, words: Words): string[] {
  if (rows === null) return [];
  const [read, sent, acknowledged] = [rows.read, rows.sent, rows.acknowledged].map(knownCount);
  if (read == null && sent == null && parentId !== null) return [words.t('detail.rows.retry')];
  const found: string[] = [];
  if (read != null && sent != null && read !== sent) {
    found.push(words.t(sent < read ? 'detail.rows.notSent' : 'detail.rows.sentMore', { count: Math.abs(read - sent) }));
  }
  if (sent != null && acknowledged != null && sent !== acknowledged) {
    const key = acknowledged < sent ? 'detail.rows.notAcknowledged' : 'detail.rows.added';
    found.push(words.t(key, { count: Math.abs(sent - acknowledged) }));
  }
  return found;
}

function taskDifference(batch: Batch, words: Words): string[] {
  const [records, tasks] = [knownCount(batch.totalRecords), knownCount(tasksMade(batch))];
  if (records === null || tasks === null || records === tasks) return [];
  if (tasks === 0) return [words.t('detail.tasks.none')];
  const params = { tasks, records, count: Math.abs(records - tasks) };
  if (tasks > records) return [words.t('detail.tasks.more', params)];
  return [words.t(skippedRows(batch) === params.count ? 'detail.tasks.skipped' : 'detail.tasks.fewer', params)];
}

/** What the server itself says of it, where its history does. */
function skippedRows({ history = [] }: Batch): number {
  return history.reduce((sum, entry) => sum + (entry?.event === 'rows_skipped' ? Number(entry.detail) : 0), 0);
}
