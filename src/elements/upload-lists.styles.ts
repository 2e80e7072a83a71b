import { css } from 'lit';

/** Groups of issues, and the tables: fields, issues, first rows. In a narrow sheet their rows become cards. */
export const uploadLists = css`
  .advice {
    display: grid;
    gap: 2px;
    margin-block-start: 6px;
    font-size: var(--_font-size-small);
  }

  .advice strong {
    margin-inline-end: 4px;
    font-weight: var(--_font-weight-strong);
  }

  .groups {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 8px;
  }

  .groups:not(:has(*)) {
    display: none;
  }

  .groups .chip {
    text-align: start;
  }

  /* Says which rows there are, not which issues. */
  .chip-only[aria-pressed='true'] {
    border-color: var(--_border-strong);
    background: var(--_surface);
    color: var(--_text);
  }

  .chip-error[aria-pressed='true'] {
    border-color: var(--_failed);
    background: var(--_failed-soft);
    color: var(--_failed);
  }

  .chip-warning[aria-pressed='true'] {
    border-color: var(--_partial);
    background: var(--_partial-soft);
    color: var(--_partial);
  }

  .fields > summary {
    display: flex;
    align-items: center;
    gap: 6px;
    inline-size: fit-content;
    margin-block-end: 8px;
    border-radius: min(4px, var(--_radius-control));
    font-weight: var(--_font-weight-strong);
    list-style: none;
    cursor: pointer;
  }

  .fields > summary::-webkit-details-marker {
    display: none;
  }

  .fields > summary .icon {
    color: var(--_text-muted);
    transition: rotate var(--_motion) ease-out;
  }

  .fields:not([open]) > summary .icon {
    rotate: -90deg;
  }

  .caption {
    margin-block-end: 6px;
  }

  /* Another definition may have more columns than fit. */
  .sheet-body .table-frame {
    overflow-x: auto;
  }

  .sheet-body .table tbody tr:hover {
    background: transparent;
  }

  .sheet-body .table :is(th, td) {
    padding: 8px 10px;
  }

  .sheet-body .table tbody th {
    font-weight: 400;
  }

  .field-table {
    font-size: var(--_font-size-small);
  }

  /* What is small already grows no smaller. */
  .field-table > * {
    --_font-size-small: 1em;
  }

  .field-table tbody :is(td, th) {
    vertical-align: top;
  }

  .field-table .id {
    white-space: nowrap;
  }

  .value {
    display: inline-flex;
    align-items: center;
    max-inline-size: 100%;
    white-space: pre-wrap;
    overflow-wrap: break-word;
    vertical-align: middle;
  }

  .value > bdi {
    min-inline-size: 0;
  }

  .value:is(.value-error, .value-warning) {
    min-inline-size: 7em;
    min-block-size: 28px;
    margin-inline-start: -8px;
    padding: 2px 7px;
    border: var(--_border-width) solid var(--_failed);
    border-radius: min(5px, var(--_radius-control));
    background: var(--_failed-soft);
  }

  .value.value-warning {
    border-color: var(--_partial);
    background: var(--_partial-soft);
  }

  .issue-list .value {
    max-inline-size: 26ch;
  }

  .sheet-body :is(th, td).number {
    inline-size: 1%;
  }

  .issue-texts {
    min-inline-size: 12em;
  }

  .issue {
    display: flex;
    align-items: baseline;
    gap: 6px;
    overflow-wrap: anywhere;
  }

  .issue > .icon {
    translate: 0 0.15em;
  }

  .issue-error {
    color: var(--_failed);
  }

  .issue-warning {
    color: var(--_partial);
  }

  .issue-info {
    color: var(--_text-muted);
  }

  .list-more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_gap-small);
  }

  @container (inline-size < 720px) {
    .issue-list .value {
      max-inline-size: 17ch;
    }
  }

  @container (inline-size < 560px) {
    .issue-list .value {
      max-inline-size: 100%;
    }

    .value:is(.value-error, .value-warning) {
      margin-inline-start: 0;
    }

    .table-cards thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .table-cards,
    .table-cards tbody {
      display: block;
    }

    .table-cards tbody tr {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(8.5em, 1fr));
      gap: 8px 12px;
      padding: 12px;
    }

    .table-cards tbody tr:first-child {
      border-block-start: 0;
    }

    .sheet-body .table-cards tbody :is(th, td) {
      inline-size: auto;
      min-inline-size: 0;
      padding: 0;
      text-align: start;
      overflow-wrap: anywhere;
    }

    .table-cards tbody :is(th, td)::before {
      content: attr(data-label);
      display: block;
      color: var(--_text-muted);
      font-size: var(--_font-size-small);
      font-weight: 400;
    }

    .table-cards tbody :is(.issue-texts, td:last-child) {
      grid-column: 1 / -1;
    }

    figure .table-cards tbody td:last-child {
      grid-column: auto;
    }

    .table-cards tbody .issue-texts::before {
      content: none;
    }
  }

  /* Row and line beside each other, and each value has the whole width. */
  @container (inline-size < 360px) {
    .table-cards:is(.issue-list, .preview) tbody tr {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    :is(.issue-list, .fix-preview .preview) tbody td:not(.number) {
      grid-column: 1 / -1;
    }
  }
`;
