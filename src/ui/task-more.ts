import { html, nothing, type TemplateResult } from 'lit';
import type { Task } from '../core/batch.js';
import type { Words } from '../words/words.js';
import { absoluteTime, untrusted } from './values.js';

/** More of an answer than anybody reads on screen; the whole of it is in the file. */
const longestAnswer = 20_000;

/** What is known of one task beside its row. Nobody here wrote any of it. */
export function taskMore(task: Task, id: string, span: number, words: Words): TemplateResult {
  const { externalResponse: response, syncStatus, gatewaySyncStatus, error } = task;
  const label = words.t('tasks.more.response');
  return html`<tr class="task-more" role="row" part="row row-details" id=${id}>
    <td role="cell" part="cell" colspan=${span}>
      <dl class="more">
        <div class="more-response">
          <dt class="muted small">${label}</dt>
          <dd>${response ? answer(response, label, words) : words.t('tasks.more.response.none')}</dd>
        </div>
        ${error === null ? nothing : failure(error, words)}
        ${pair(words.t('tasks.more.syncStatus'), syncStatus && untrusted(syncStatus), words)}
        ${pair(words.t('tasks.more.gatewaySyncStatus'), gatewaySyncStatus && untrusted(gatewaySyncStatus), words)}
        ${pair(words.t('tasks.more.created'), absoluteTime(task.createdAt, words), words)}
        ${pair(words.t('tasks.more.updated'), absoluteTime(task.updatedAt, words), words)}
        ${pair(words.t('tasks.more.id'), html`<bdi class="id">${task.id}</bdi>`, words)}
      </dl>
    </td>
  </tr>`;
}

/** The whole of it: the row has room for two lines. */
function failure({ code, message }: NonNullable<Task['error']>, words: Words): TemplateResult {
  return html`<div class="more-response">
    <dt class="muted small">${words.t('tasks.more.error')}</dt>
    <dd class="more-error">${message ? untrusted(message) : nothing} <bdi class="id muted">${code}</bdi></dd>
  </div>`;
}

/** As it came, in a box of its own that scrolls. */
function answer(response: string, label: string, words: Words): TemplateResult {
  const over = response.length - longestAnswer;
  return html`<pre
      class="response id"
      dir="auto"
      role="group"
      aria-label=${label}
      tabindex="0"
    ><bdi>${over > 0 ? response.slice(0, longestAnswer) : response}</bdi></pre>
    ${over > 0 ? html`<div class="muted small">${words.t('tasks.more.response.cut', { count: over })}</div>` : nothing}`;
}

function pair(label: string, value: TemplateResult | string | null, words: Words): TemplateResult {
  return html`<div>
    <dt class="muted small">${label}</dt>
    <dd>${value || words.t('value.none')}</dd>
  </div>`;
}
