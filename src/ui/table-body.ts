import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Batch } from '../core/batch.js';
import type { Words } from '../words/words.js';
import type { GatewayAction } from './gateway.js';
import { comingNear } from './coming-near.js';
import { customProperty } from './custom-property.js';
import type { CellContext } from './table-cells.js';
import { keptDrawn } from './kept-drawn.js';
import { overflow } from './overflow.js';
import { columnLabel, columnTracks, leastWidth } from './table-columns.js';
import { tableHead, type HeadModel } from './table-head.js';
import { batchRow, skeletonRow } from './table-row.js';

export interface TableModel extends HeadModel {
  readonly label: string;
  /** `null`: rows of their height stand in until the first ones come. */
  readonly batches: readonly Batch[] | null;
  /** How many more follow these, which are not drawn yet. */
  readonly undrawn: number;
  /** Somebody comes near those. */
  readonly onNearUndrawn: () => void;
  /** The row of each batch. */
  readonly rowKeys: ReadonlyMap<string, number>;
  /** Whether few rows change at a time: then what moves in them may be followed. */
  readonly changesGently: boolean;
  readonly pageSize: number;
  readonly busy: boolean;
  /** Epoch milliseconds, in steps: each step draws every row again. */
  readonly now: number;
  readonly gateway: (batch: Batch) => GatewayAction;
  readonly href: (batch: Batch) => string | null;
  readonly hasMenu: (batch: Batch) => boolean;
  /** Whether rows may have one. */
  readonly hasMenus: boolean;
  /** Whether anything can be done with any batch, as far as that is known without one. */
  readonly hasActions: boolean;
  readonly given: CellContext['given'];
  /** What a host gave: another one may say other things of the same batch. */
  readonly sources: readonly unknown[];
  /** A press somewhere in the rows. */
  readonly onPress: (event: MouseEvent) => void;
  /** A pointer went down there. */
  readonly onPoint: (event: PointerEvent) => void;
}

/** More would only be scrolled past before they are replaced. */
const mostSkeletons = 20;

/** The table. A row is drawn again when its batch, its action, the words or the time in it changed, and not else. */
export function batchTable(model: TableModel, words: Words): TemplateResult {
  const { label, columns, batches, undrawn, busy, onPress, onPoint } = model;
  return html`<div class="table-scroll" ${overflow()}>
    <table
      class=${model.hasMenus ? 'table batches with-menu' : 'table batches'}
      part="table"
      role="table"
      aria-label=${label}
      aria-busy=${busy ? 'true' : 'false'}
      aria-rowcount=${undrawn > 0 ? rowCount(model) : nothing}
      ${customProperty('--_tracks', columnTracks(columns))}
      ${customProperty('--_least', leastWidth(columns))}
    >
      ${tableHead(model, words)}
      <tbody
        class=${model.changesGently ? 'gentle' : ''}
        role="rowgroup"
        @click=${onPress}
        @pointerdown=${onPoint}
        ${keptDrawn()}
      >
        ${batches === null ? skeletons(model, words) : rows(batches, model, words)}
      </tbody>
    </table>
    ${undrawn > 0 ? rowsAhead(model) : nothing}
  </div>`;
}

/** The headings are one. */
function rowCount({ batches, undrawn }: TableModel): number {
  return 1 + (batches?.length ?? 0) + undrawn;
}

/** The room of rows that are not drawn yet. */
function rowsAhead({ undrawn, onNearUndrawn }: TableModel): TemplateResult {
  return html`<div
    class="rows-ahead"
    ${customProperty('--_rows', String(undrawn))}
    ${comingNear(onNearUndrawn)}
  ></div>`;
}

function rows(batches: readonly Batch[], model: TableModel, words: Words): unknown {
  const { columns, rowKeys, now, given, sources } = model;
  const labels = columns.map(column => columnLabel(column, words));
  return repeat(
    batches,
    ({ id }) => rowKeys.get(id),
    batch => {
      const gateway = model.gateway(batch);
      return guard([batch, gateway, words, now, columns, ...sources], () => {
        const [href, hasMenu] = [model.href(batch), model.hasMenu(batch)];
        return batchRow(batch, { columns, labels, words, now, gateway, href, hasMenu, given });
      });
    },
  );
}

function skeletons({ columns, pageSize, hasActions }: TableModel, words: Words): TemplateResult[] {
  const labels = columns.map(column => columnLabel(column, words));
  return Array.from({ length: Math.min(pageSize, mostSkeletons) }, () => skeletonRow(columns, labels, hasActions));
}
