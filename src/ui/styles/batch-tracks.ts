import { css } from 'lit';

/**
 * Rows are grids of the same tracks, whatever is in them, instead of rows of a table: each is laid out by itself, and one
 * that is far from the screen not at all until it comes near. Roles are written out. Widths are those of words and
 * figures in em; what is longer takes a second line.
 */
export const batchTracks = css`
  .batches {
    --_width-fileName: 9.6em;
    --_width-status: 12.1em;
    --_width-totalRecords: 5.9em;
    --_width-createdAt: 7.6em;
    --_width-updatedAt: 7.6em;
    --_width-totalTasks: 5.6em;
    --_width-progress: 9.3em;
    --_width-actions: 8.2em;
    --_width-given: 8em;
    display: block;
  }

  .batches tbody {
    display: block;
  }

  .batches tbody tr {
    content-visibility: auto;
    contain-intrinsic-block-size: auto var(--_row-guess, var(--_row-size));
  }

  .batches tbody tr.near {
    content-visibility: visible;
    contain: layout style paint;
  }

  .rows-ahead {
    block-size: calc(var(--_rows) * var(--_row-guess, var(--_row-size)));
  }

  /* A hundred bars at once would be laid out and painted in each frame, and followed by nobody. */
  .batches tbody:not(.gentle) .progress-segment {
    transition: none;
  }

  @container (inline-size >= 68.57em) {
    .batches {
      min-inline-size: var(--_least);
    }

    .batches tr {
      display: grid;
      grid-template-columns: var(--_tracks);
      align-items: center;
      justify-content: space-between;
    }

    .batches thead {
      position: sticky;
      display: block;
      inset-block-start: var(--_sticky-top);
      z-index: 2;
    }

    .batches thead tr {
      align-items: stretch;
      background: var(--_surface-sunken);
    }

    .table.batches thead th {
      position: static;
      display: grid;
      inline-size: auto;
      background: none;
      block-size: auto;
      min-block-size: 36px;
      align-content: center;
    }

    .batches thead .number {
      justify-items: end;
    }

    .batches tbody tr {
      min-block-size: var(--_row-size);
    }

    .root .batches tbody td:nth-child(n) {
      min-inline-size: 0;
      inline-size: auto;
      block-size: auto;
    }

    .batches .cell-file > * {
      min-inline-size: 0;
    }

    .batches tbody .number {
      overflow-wrap: anywhere;
      white-space: normal;
    }

    .batches .time-exact {
      white-space: normal;
    }
  }

  @container (inline-size >= 85.71em) {
    .batches {
      --_width-fileName: 12em;
      --_width-status: 12.2em;
      --_width-totalRecords: 6.4em;
      --_width-createdAt: 8em;
      --_width-updatedAt: 8em;
      --_width-totalTasks: 6em;
      --_width-progress: 12.3em;
      --_width-actions: 11.6em;
    }
  }

  @container (inline-size >= 88.57em) {
    .batches {
      --_width-createdAt: 9.6em;
      --_width-updatedAt: 9.6em;
      --_width-actions: 13.2em;
    }
  }

  @container (inline-size >= 100em) {
    .batches {
      --_width-totalRecords: 9em;
      --_width-totalTasks: 8em;
      --_width-createdAt: 13em;
      --_width-updatedAt: 13em;
    }
  }

  /* Cards. */
  @container (inline-size < 68.57em) {
    .table-scroll {
      --_row-guess: 110px;
    }
  }

  @container (inline-size < 40em) {
    .table-scroll {
      --_row-guess: 290px;
    }
  }
`;
