import { css } from 'lit';

/** On paper: in light colours whatever the screen has, every row, and nothing that can only be pressed. */
export const print = css`
  @media print {
    .root {
      color-scheme: light;
      print-color-adjust: exact;
    }

    :is(.button, .search, .filters, .sort-select, .task-sort, .find, .live-badge, .task-open, .pager-size),
    .table .cell-actions {
      display: none;
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
