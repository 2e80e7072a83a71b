import { css } from 'lit';

/** On paper: in light colours whatever the screen has, every row, and nothing that can only be pressed. */
export const print = css`
  @media print {
    .root {
      color-scheme: light;
      print-color-adjust: exact;
    }

    :is(
      .button,
      .search,
      .filters,
      .sort-select,
      .task-sort,
      .find,
      .live-badge,
      .row-actions,
      .task-open,
      .pager-size
    ) {
      display: none;
    }

    /* Rows are grids: the track of what is gone stays, without its heading. */
    .cell-actions {
      visibility: hidden;
    }

    .link {
      color: inherit;
    }

    :is(.table-frame, .table-scroll, .tasks-card, .group-scroll, .preview-scroll) {
      overflow: visible;
      max-block-size: none;
    }

    .table :is(thead, thead th) {
      position: static;
    }

    /* A row far from the screen is drawn when it comes near; paper has no near. */
    .batches tbody tr {
      content-visibility: visible;
    }

    :is(tbody tr, .card, .notice, .event, .reason) {
      break-inside: avoid;
    }
  }
`;
