import { css } from 'lit';

/** Fixing a file: what is offered, what it would do, and the cells as fields. */
const fixing = css`
  .fixes,
  .fix-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_gap-small);
    margin-block-start: 10px;
  }

  .fixes,
  .notice-actions {
    column-gap: var(--_gap);
  }

  /* Stands in one line with the text above, or with the edge beside. */
  :is(.fixes, .notice-actions) .button-quiet {
    padding-inline: 0;
  }

  :is(.fixes, .notice-actions) .button-quiet:hover {
    background: none;
    text-decoration: underline;
  }

  @media (forced-colors: active) {
    :is(.fixes, .notice-actions) .button-quiet {
      padding-inline: 12px;
    }
  }

  .fix-actions {
    justify-content: flex-end;
  }

  .fix-preview {
    display: grid;
    gap: var(--_gap-small);
    padding: 14px;
  }

  .fix-title:focus-visible {
    outline: none;
  }

  /* A line of the file, which reads from left to right in any language. */
  .record {
    direction: ltr;
    unicode-bidi: isolate;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .comma {
    color: var(--_text-muted);
  }

  .record mark {
    padding: 1px 2px;
    border-radius: min(3px, var(--_radius-control));
    background: var(--_queued-soft);
    color: var(--_queued);
  }

  /* An empty cell that was not empty before is seen, too, in the line of the others. */
  .record mark {
    display: inline-block;
    min-inline-size: 0.8em;
  }

  .record mark::before {
    content: '\\200b';
  }

  .places {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 8px;
  }

  .review-pager {
    display: flex;
    align-items: center;
    gap: var(--_gap-small);
  }

  .review-pager .pager-range {
    margin-inline-end: auto;
  }

  .caption {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 16px;
  }
`;

/** A sound cell is a line to write on until a hand comes near it: its value stands beneath its heading. */
const cells = css`
  .sheet-body .table td:has(> .cell-field) {
    padding-inline-start: 2px;
  }

  .cell-field {
    display: block;
    field-sizing: content;
    inline-size: 100%;
    min-inline-size: 7em;
    max-inline-size: 28ch;
    min-block-size: 28px;
    margin: 0;
    padding: 2px 7px;
    border: var(--_border-width) solid transparent;
    border-block-end-color: var(--_border-strong);
    border-radius: min(5px, var(--_radius-control));
    background: transparent;
    color: inherit;
    line-height: 1.4;
    letter-spacing: inherit;
    overflow-wrap: anywhere;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    resize: none;
    transition: border-color var(--_motion) ease-out;
  }

  .cell-field:hover {
    border-color: var(--_border-strong);
  }

  .cell-field-error {
    border-color: var(--_failed);
    background: var(--_failed-soft);
  }

  .cell-field-warning {
    border-color: var(--_partial);
    background: var(--_partial-soft);
  }

  .cell-seen {
    display: block;
    padding-inline-start: 8px;
  }

  .issue label {
    cursor: pointer;
  }

  .issue label:hover {
    text-decoration: underline;
  }

  .issue-fixed {
    color: var(--_accepted);
  }

  .sheet-body .table .row-actions {
    inline-size: 1%;
    padding-inline: 2px 6px;
    text-align: end;
  }

  .row-remove {
    min-block-size: 28px;
    inline-size: 28px;
    color: var(--_text-muted);
  }

  tr:not(:hover) .row-remove:not(:focus-visible) {
    opacity: 0.75;
  }

  @container (inline-size < 40em) {
    .sheet-body .table td:has(> .cell-field) {
      padding-inline-start: 0;
    }

    .cell-field {
      max-inline-size: none;
      field-sizing: fixed;
    }

    .table-cards tbody tr {
      position: relative;
    }

    .sheet-body .table-cards tbody .row-actions {
      position: absolute;
      inset-block-start: 6px;
      inset-inline-end: 6px;
      inline-size: auto;
      padding: 0;
    }

    .sheet-body .table-cards tbody .row-actions::before {
      content: none;
    }

    .sheet-body .table-cards .cell-field {
      margin-block-start: 2px;
      border-color: var(--_border-strong);
    }

    .sheet-body .table-cards .cell-field-error {
      border-color: var(--_failed);
    }

    .sheet-body .table-cards .cell-field-warning {
      border-color: var(--_partial);
    }
  }

  @media (forced-colors: active) {
    .cell-field:not(:hover, :focus-visible) {
      border-color: Canvas Canvas ButtonBorder;
    }

    .cell-field.cell-field-error {
      border: 2px solid CanvasText;
    }

    .cell-field.cell-field-warning {
      border: 2px dashed CanvasText;
    }

    .record mark {
      outline: 1px solid CanvasText;
    }
  }
`;

/** Batches: of a split file, and those that came of it. */
const batches = css`
  .parts {
    display: grid;
    gap: 6px;
  }

  .parts-list,
  .done-batches {
    display: grid;
    gap: 6px;
  }

  .part,
  .done-batches > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }

  .part-rows {
    min-inline-size: 9.5em;
  }

  .part-name {
    color: var(--_text-muted);
  }

  .part-state {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    margin-inline-start: auto;
    color: var(--_text-muted);
  }

  .part-sent .part-state > .icon {
    color: var(--_accepted);
  }

  .part-failed .part-state {
    color: var(--_failed);
  }

  .done-batches {
    inline-size: min(100%, 36em);
    margin-block-start: 14px;
    padding: 12px var(--_padding);
    text-align: start;
  }

  .done-batches > li {
    justify-content: space-between;
  }

  .done-name {
    font-weight: var(--_font-weight-medium);
    overflow-wrap: anywhere;
  }

  @container (inline-size < 40em) {
    .parts-list,
    .done-batches {
      gap: var(--_gap);
    }

    .part-state {
      flex-basis: 100%;
    }
  }
`;

export const uploadReview = [fixing, cells, batches];
