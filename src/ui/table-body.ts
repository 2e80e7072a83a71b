import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Batch } from '../core/batch.js';
import type { BatchSort, SortableColumn } from '../core/view.js';
import type { Words } from '../words/words.js';
import type { GatewayAction } from './gateway.js';
import { tableHead } from './table-head.js';
import { batchRow, skeletonRow } from './table-row.js';

export interface TableModel {
  readonly label: string;
  readonly sort: BatchSort;
  /** `null`: rows of their height stand in until the first ones come. */
  readonly batches: readonly Batch[] | null;
  readonly pageSize: number;
  readonly busy: boolean;
  /** Epoch milliseconds, in steps: each step draws every row again. */
  readonly now: number;
  readonly gateway: (batch: Batch) => GatewayAction;
  readonly href: (batch: Batch) => string | null;
  /** Another one may give other addresses. */
  readonly hrefSource: unknown;
  readonly onSort: (column: SortableColumn) => void;
  /** A press somewhere in the rows. */
  readonly onPress: (event: MouseEvent) => void;
}

/** More would only be scrolled past before they are replaced. */
const mostSkeletons = 20;

/** The table. A row is drawn again when its batch, its action, the words or the time in it changed, and not else. */
export function batchTable(model: TableModel, words: Words): TemplateResult {
  const { label, sort, batches, busy, onSort, onPress } = model;
  return html`<div class="table-scroll">
    <table class="table" part="table" role="table" aria-label=${label} aria-busy=${busy ? 'true' : 'false'}>
      ${tableHead(sort, words, onSort)}
      <tbody role="rowgroup" @click=${onPress}>
        ${batches === null ? skeletons(model.pageSize) : rows(batches, model, words)}
      </tbody>
    </table>
  </div>`;
}

function rows(batches: readonly Batch[], model: TableModel, words: Words): unknown {
  const { now, hrefSource } = model;
  return repeat(
    batches,
    ({ id }) => id,
    batch => {
      const gateway = model.gateway(batch);
      return guard([batch, gateway, words, now, hrefSource], () =>
        batchRow(batch, { words, now, gateway, href: model.href(batch) }),
      );
    },
  );
}

function skeletons(pageSize: number): TemplateResult[] {
  return Array.from({ length: Math.min(pageSize, mostSkeletons) }, skeletonRow);
}
