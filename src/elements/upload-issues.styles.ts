import { css } from 'lit';

/** Groups of issues, and what is said of them in a table. */
export const uploadIssues = css`
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

  .caption {
    margin-block-end: 6px;
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

  @container (inline-size < 51.43em) {
    .issue-list .value {
      max-inline-size: 17ch;
    }
  }

  @container (inline-size < 40em) {
    .issue-list .value {
      max-inline-size: 100%;
    }

    .value:is(.value-error, .value-warning) {
      margin-inline-start: 0;
    }

    figure .table-cards tbody td:last-child {
      grid-column: auto;
    }

    .table-cards tbody .issue-texts::before {
      content: none;
    }
  }

  /* Row and line beside each other, and each value has the whole width. */
  @container (inline-size < 25.71em) {
    .table-cards:is(.issue-list, .preview) tbody tr {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    :is(.issue-list, .fix-preview .preview) tbody td:not(.number) {
      grid-column: 1 / -1;
    }
  }
`;
