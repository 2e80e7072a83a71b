import { css } from 'lit';
import type { CSSResult } from 'lit';
import { base, controls, dialog, surfaces, tokens } from '../ui/styles/index.js';

const table = css`
  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 12px 24px;
    margin-block-end: 16px;
  }

  .header-text {
    flex: 1 1 20em;
    min-inline-size: 0;
  }

  .description {
    max-inline-size: 52em;
    margin-block-start: 4px;
  }

  .create {
    flex: none;
    min-block-size: 36px;
    padding-inline: 14px;
  }

  .notice {
    margin-block-end: 12px;
  }

  .summary {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 12px;
    margin-block-end: 16px;
  }

  .stat-value .skeleton {
    inline-size: 2em;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block-end: 12px;
  }

  .search {
    position: relative;
    display: flex;
    flex: 0 1 320px;
    align-items: center;
    gap: 2px;
    min-inline-size: 0;
    min-block-size: var(--_control-block-size);
    padding-inline: 10px 4px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    cursor: text;
  }

  .search > .icon {
    color: var(--_text-muted);
  }

  .search:focus-within:has(.search-input:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  .search-input {
    flex: 1 1 auto;
    min-inline-size: 0;
    align-self: stretch;
    margin: 0;
    padding: 0 6px;
    border: 0;
    outline: 0;
    appearance: none;
    background: transparent;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }

  .search-input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }

  .search-input::-webkit-search-cancel-button {
    display: none;
  }

  .match-case,
  .search-clear {
    display: inline-grid;
    flex: none;
    place-items: center;
    min-inline-size: 26px;
    block-size: 24px;
    margin: 0;
    padding: 0 4px;
    border: 0;
    border-radius: 5px;
    background: transparent;
    color: var(--_text-muted);
    font: inherit;
    font-size: var(--_size-small);
    font-weight: 650;
    cursor: pointer;
  }

  .match-case:hover,
  .search-clear:hover {
    background: var(--_surface-hover);
    color: var(--_text);
  }

  .match-case[aria-checked='true'] {
    background: var(--_surface-selected);
    color: var(--_accent);
  }

  .sort-select {
    display: none;
    align-items: center;
    gap: 8px;
  }

  .live-badge {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    margin-inline-start: auto;
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }

  .live-dot {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--_neutral);
  }

  .live-live .live-dot {
    background: var(--_accepted-fill);
  }

  .live-stale .live-dot {
    background: var(--_partial);
  }

  .table-frame {
    position: relative;
  }

  /* What takes a while says so, without covering a row. */
  .table-frame:has([aria-busy='true'])::before {
    content: '';
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    z-index: 1;
    block-size: 2px;
    background: var(--_accent);
    opacity: 0;
    animation: busy var(--_motion-pulse) ease-in-out 400ms infinite alternate;
  }

  @keyframes busy {
    from {
      opacity: 0.15;
    }

    to {
      opacity: 0.9;
    }
  }

  .table-frame:focus:not(:focus-visible) {
    outline: 0;
  }

  .table-scroll {
    scrollbar-width: thin;
  }

  .sort {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 24px;
    margin: 0 -6px;
    padding: 2px 6px;
    border: 0;
    border-radius: 5px;
    background: transparent;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    line-height: inherit;
    text-align: inherit;
    cursor: pointer;
  }

  .table thead th {
    line-height: 1.3;
  }

  .sort:hover,
  [aria-sort] .sort {
    color: var(--_text);
  }

  .sort .icon {
    color: var(--_text-muted);
  }

  th:not([aria-sort]) .sort:not(:hover, :focus-visible) .icon {
    opacity: 0.55;
  }

  [aria-sort] .sort .icon {
    color: var(--_accent);
  }

  /* A number stands under the last letter of its heading, not under the arrow. */
  .number .sort {
    margin-inline-end: 0;
    padding-inline-end: 0;
  }

  .table :is(th, td) {
    padding-inline: 10px;
  }

  .table :is(th, td):first-child {
    padding-inline-start: 14px;
  }

  .table :is(th, td):last-child {
    padding-inline-end: 14px;
  }

  .table tbody td {
    block-size: 57px;
  }

  .root[data-density='compact'] .table tbody td {
    block-size: 44px;
  }

  .cell-file > * {
    min-inline-size: 160px;
  }

  .file-link {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    inline-size: fit-content;
    max-inline-size: 100%;
    font-weight: 650;
  }

  .cell-file .id {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 1;
    line-clamp: 1;
  }

  .cell-status .badge {
    max-inline-size: 15em;
  }

  td.cell-time {
    white-space: nowrap;
  }

  .cell-progress {
    inline-size: 172px;
  }

  .table .cell-actions,
  .table th:last-child {
    text-align: end;
    white-space: nowrap;
  }

  .row-action {
    position: relative;
    margin-inline-end: -8px;
    padding-inline: 8px;
    color: inherit;
    font-weight: 500;
  }

  .row-action:not([aria-disabled]):hover {
    background: var(--_border);
  }

  .row-action[aria-disabled='true'] {
    font-weight: 400;
  }

  .row-action[data-reason]:is(:hover, :focus-visible)::after {
    content: attr(data-reason);
    position: absolute;
    inset-block-start: 50%;
    inset-inline-end: calc(100% + 4px);
    z-index: 1;
    padding: 4px 10px;
    border-radius: var(--_radius-control);
    background: var(--_text);
    color: var(--_surface);
    font-size: var(--_size-small);
    font-weight: 500;
    translate: 0 -50%;
  }

  .skeleton-small {
    display: block;
    max-inline-size: 7em;
    margin-block-start: 8px;
    block-size: 0.7em;
  }

  .skeleton-row .number .skeleton {
    inline-size: 3em;
  }

  .pager {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 10px 12px;
    border-block-start: 1px solid var(--_border);
  }

  .pager-range {
    margin-inline-end: auto;
  }

  .empty {
    min-block-size: 280px;
    align-content: center;
  }
`;

/** Where eight columns are many, headings and what is long take a second line, before names do. */
const middling = css`
  @container (inline-size < 1400px) {
    thead :is(.number, .cell-time) .heading-text {
      display: inline-block;
      inline-size: min-content;
      white-space: normal;
    }
  }

  @container (560px <= inline-size < 1060px) {
    .table :is(th, td) {
      padding-inline: 8px;
    }

    .cell-file > * {
      min-inline-size: 130px;
    }

    .cell-progress {
      inline-size: 130px;
    }

    .cell-progress .progress-text,
    .table .cell-actions {
      white-space: normal;
    }

    .row-action {
      min-inline-size: 96px;
      margin-inline: -8px;
      line-height: 1.3;
      text-align: end;
    }
  }
`;

/** Rows become cards of label and value; the headings, and with them the sorting, move into the toolbar. */
const narrow = css`
  @container (inline-size < 560px) {
    .header,
    .create {
      inline-size: 100%;
    }

    .summary {
      gap: 8px;
    }

    .summary .stat {
      padding: 8px 10px;
    }

    .toolbar .search {
      order: -1;
      flex: 1 1 100%;
    }

    .sort-select {
      display: flex;
      flex: 1 1 auto;
      min-inline-size: 0;
    }

    .sort-select span {
      white-space: nowrap;
    }

    .sort-select .select {
      flex: 0 1 auto;
      min-inline-size: 9em;
    }

    .table,
    .table tbody {
      display: block;
    }

    .table thead {
      display: none;
    }

    .table tbody tr {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 10px 16px;
      padding: 14px;
    }

    .table tbody tr:first-child {
      border-block-start: 0;
    }

    .root .table tbody td:nth-child(n) {
      display: block;
      inline-size: auto;
      min-inline-size: 0;
      block-size: auto;
      padding: 0;
      text-align: start;
    }

    .table tbody td[data-label]:not(.cell-file, .cell-actions)::before {
      content: attr(data-label);
      display: block;
      color: var(--_text-muted);
      font-size: var(--_size-small);
    }

    .root .table tbody :is(.cell-file, .cell-progress, .cell-actions) {
      grid-column: 1 / -1;
    }

    /* Totals beside each other, then times; what is read follows the same order but for Total Tasks. */
    .root .table tbody .cell-status {
      grid-column: 1 / -1;
    }

    .table tbody .cell-time {
      order: 1;
    }

    .table tbody :is(.cell-progress, .cell-actions) {
      order: 2;
    }

    .root .table tbody .cell-actions:not(:has(button)) {
      display: none;
    }

    .row-action {
      inline-size: 100%;
      margin-inline: 0;
      border-color: var(--_border-strong);
    }

    .row-action[aria-disabled='true'] {
      border-color: var(--_border);
    }

    .row-action[data-reason]:is(:hover, :focus-visible)::after {
      inset-block: auto calc(100% + 4px);
      inset-inline: 0;
      translate: none;
    }
  }

  @container (inline-size < 440px) {
    .summary {
      grid-template-columns: minmax(0, 1fr);
    }

    .summary .stat {
      display: flex;
      align-items: center;
      justify-content: space-between;
    }

    .summary .stat-value {
      margin: 0;
      font-size: inherit;
    }
  }
`;

export const tableStyles: CSSResult[] = [tokens, base, controls, surfaces, dialog, table, middling, narrow];
