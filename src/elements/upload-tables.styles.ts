import { css } from 'lit';

/** The tables: fields, issues, first rows. In a narrow sheet their rows become cards. */
export const uploadTables = css`
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

  @container (inline-size < 40em) {
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

    .table-cards tbody :is(.issue-texts, td:last-child) {
      grid-column: 1 / -1;
    }

    .table-cards tbody :is(th, td)::before {
      content: attr(data-label);
      display: block;
      color: var(--_text-muted);
      font-size: var(--_font-size-small);
      font-weight: 400;
    }
  }
`;
