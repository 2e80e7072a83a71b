import { css } from 'lit';

/** What was found by an id. */
export const found = css`
  .found-panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap-small);
  }

  .found-back {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    inline-size: fit-content;
    min-block-size: 24px;
    margin-inline-start: -3px;
    padding-inline-end: 4px;
    font-weight: var(--_font-weight-medium);
  }

  .found-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 10px;
    /* Clear of what a host keeps at the top. */
    scroll-margin-block-start: calc(var(--_sticky-top) + 12px);
  }

  .found-head .subheading {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .found-head .subheading:focus:not(:focus-visible) {
    outline: 0;
  }

  .found-verdict .badge {
    vertical-align: text-bottom;
  }

  .found-verdict .file-link,
  .found-verdict .file-link > bdi {
    display: inline;
  }

  .found-panel .notice {
    margin: 0;
  }

  .found thead th {
    min-inline-size: 5em;
    line-height: 1.3;
    white-space: normal;
  }

  .table.found th:last-child {
    text-align: start;
  }

  .found thead .number {
    min-inline-size: 0;
  }

  .found tbody {
    transition: opacity var(--_motion) ease-out;
  }

  .found.leaving tbody {
    opacity: 0.5;
  }

  .found-id .id {
    inline-size: max-content;
    max-inline-size: 22ch;
  }

  .found-status .clamped {
    inline-size: max-content;
    max-inline-size: 14ch;
  }

  .found-text {
    min-inline-size: 190px;
    max-inline-size: 300px;
  }

  .found .clamped {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }

  .found mark {
    border-radius: min(3px, var(--_radius-control));
    background: var(--_surface-selected);
    color: inherit;
    font-weight: var(--_font-weight-strong);
  }

  /* Cards: what it is, what became of it, what else it is called, when. */
  @container (inline-size < 68.57em) {
    .found .clamped {
      inline-size: auto;
      max-inline-size: none;
    }
  }

  @container (40em <= inline-size < 68.57em) {
    .root .found tbody :is(.found-id, .found-status:nth-child(7)) {
      grid-column: span 2;
    }

    .root .found tbody :is(.found-id:nth-child(3), .found-text, .cell-time) {
      grid-column: span 3;
    }
  }

  @container (inline-size < 40em) {
    .root .found tbody .found-text {
      grid-column: 1 / -1;
    }
  }
`;
