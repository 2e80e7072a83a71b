import { css } from 'lit';

/** Headings, cells and skeletons of the batches. */
const rows = css`
  .table thead th {
    line-height: 1.3;
  }

  .table :is(th, td) {
    padding-inline: var(--_cell-padding);
  }

  .table :is(th, td):first-child {
    padding-inline-start: var(--_padding);
  }

  .table :is(th, td):last-child {
    padding-inline-end: var(--_padding);
  }

  .table tbody td {
    block-size: var(--_row-size);
  }

  .cell-file > * {
    min-inline-size: 160px;
  }

  .file-link {
    display: block;
    inline-size: fit-content;
    max-inline-size: 100%;
    outline-offset: 0;
    font-weight: var(--_font-weight-strong);
  }

  /* A button itself is no such box in Firefox. */
  .file-link > bdi {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }

  .cell-file .id {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 1;
    line-clamp: 1;
  }

  .cell-status .badge {
    max-inline-size: min(15em, 100%);
  }

  /* What cuts something off is painted by itself: in a hundred rows nothing does that has nothing to cut off. */
  .batches .short {
    display: block;
    overflow: visible;
  }

  .batches .id.short {
    white-space: nowrap;
  }

  .batches .badge-text.short {
    white-space: normal;
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

  .row-actions {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: 2px;
  }

  .row-actions > :last-child {
    margin-inline-end: -8px;
  }

  .row-menu-button .icon {
    stroke-width: 2.4;
  }

  .row-action {
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

  /* Only then: what is positioned in a hundred rows is looked through at each step of a scroll. */
  .row-action[data-reason]:is(:hover, :focus-visible) {
    position: relative;
  }

  .row-action[data-reason]:is(:hover, :focus-visible)::after {
    content: attr(data-reason);
    position: absolute;
    inset-block-start: 50%;
    inset-inline-end: calc(100% + 4px);
    z-index: 1;
    padding: 4px 10px;
    border-radius: var(--_radius-control);
    background: var(--_tooltip);
    color: var(--_on-tooltip);
    font-size: var(--_font-size-small);
    font-weight: 500;
    translate: 0 -50%;
  }

  /* In a font or a language that is wide. */
  thead .heading-text {
    white-space: normal;
  }

  .table .cell-given:not(.number) {
    min-inline-size: 8em;
  }

  .table th.cell-given {
    white-space: normal;
  }

  .cell-given .heading-text,
  .cell-given .clamped {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow-wrap: anywhere;
  }

  /* As narrow as its longest word, not as its widest letter. */
  .cell-given .heading-text {
    max-inline-size: 100%;
    overflow-wrap: break-word;
  }

  .given-text {
    display: flex;
    align-items: baseline;
    gap: 6px;
    inline-size: fit-content;
    max-inline-size: 22em;
  }

  .given-text .icon {
    align-self: center;
    color: var(--_text-muted);
  }

  .number .given-text {
    margin-inline-start: auto;
  }

  .cell-given .badge {
    max-inline-size: min(15em, 100%);
  }

  .skeleton-row .small .skeleton {
    max-inline-size: 7em;
  }

  .skeleton-row .number .skeleton {
    inline-size: 3em;
  }
`;

/** Where eight columns are many, headings and what is long take a second line, before names do. */
const middling = css`
  @container (inline-size < 100em) {
    thead :is(.number, .cell-time) .heading-text {
      display: inline-block;
      inline-size: min-content;
      white-space: normal;
    }
  }

  @container (68.57em <= inline-size < 85.71em) {
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
      margin-inline-start: -8px;
      line-height: 1.3;
      text-align: end;
    }
  }
`;

/** A menu at the end of each row takes its place beside the action. */
const menus = css`
  @container (inline-size >= 68.57em) {
    .batches.with-menu {
      --_width-actions: 10.8em;
    }
  }

  @container (85.71em <= inline-size < 88.57em) {
    .batches.with-menu .cell-actions {
      white-space: normal;
    }

    .with-menu .row-action {
      line-height: 1.3;
      text-align: end;
    }
  }

  @container (inline-size >= 88.57em) {
    .batches.with-menu {
      --_width-actions: 15.8em;
    }
  }
`;

/** Where eight columns are too many, rows become cards of label and value: first in two lines, then in two columns. */
const cards = css`
  @container (inline-size < 68.57em) {
    .table,
    .table tbody {
      display: block;
    }

    .table thead {
      display: none;
    }

    .table tbody tr {
      display: grid;
      grid-template-columns: repeat(6, minmax(0, 1fr));
      align-items: start;
      gap: 10px 16px;
      padding: 12px var(--_padding);
    }

    .table tbody tr:first-child {
      border-block-start: 0;
    }

    .root .table tbody td:nth-child(n):nth-child(n) {
      display: block;
      inline-size: auto;
      min-inline-size: 0;
      block-size: auto;
      padding: 0;
      text-align: start;
    }

    .table tbody td[data-label]:not(.cell-file, .cell-actions)::before {
      content: attr(data-label);
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      line-clamp: 2;
      color: var(--_text-muted);
      font-size: var(--_font-size-small);
      overflow-wrap: anywhere;
    }

    .table tbody :is(.cell-file, .cell-status, .cell-progress, .cell-given) {
      grid-column: span 2;
    }

    .cell-progress .progress {
      margin-block-start: 6px;
    }

    /* Beside the name, whatever stands between; what comes before keeps clear of it. */
    .table tbody .cell-actions {
      grid-area: 1 / 5 / auto / -1;
    }
  }

  @container (40em <= inline-size < 68.57em) {
    .table tbody .row-actions {
      min-block-size: 24px;
      margin-block: -5px;
    }
  }

  @container (inline-size < 40em) {
    .table tbody tr {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      padding: 14px;
    }

    .root .table tbody :is(.cell-file, .cell-progress, .cell-actions) {
      grid-area: auto / 1 / auto / -1;
    }

    .table tbody .cell-given {
      grid-column: auto;
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

    .root .table tbody td.cell-actions:not(:has(button, .skeleton)) {
      display: none;
    }

    .row-actions > :last-child {
      margin: 0;
    }

    .row-action {
      flex: 1 1 auto;
      border-color: var(--_border-strong);
    }

    .row-menu-button {
      margin-inline-start: auto;
    }

    .skeleton-row .cell-actions {
      min-block-size: var(--_control-size);
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
`;

export const batchTable = [rows, middling, menus, cards];
