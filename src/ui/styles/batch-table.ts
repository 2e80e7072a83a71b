import { css } from 'lit';

/** Headings, cells and skeletons of the batches. */
const rows = css`
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
    outline-offset: 0;
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

  .cell-actions .button {
    vertical-align: middle;
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

/** Rows become cards of label and value. */
const cards = css`
  @container (inline-size < 560px) {
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
`;

export const batchTable = [rows, middling, cards];
