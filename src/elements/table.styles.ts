import { css } from 'lit';
import type { CSSResultGroup } from 'lit';
import {
  base,
  batchTable,
  batchTracks,
  controls,
  figures,
  filters,
  find,
  listControls,
  liveBadgeStyles,
  print,
  sortButton,
  surfaces,
  times,
  tokens,
} from '../ui/styles/index.js';

const table = css`
  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 12px 24px;
    margin-block-end: var(--_gap-large);
  }

  /* A heading alone stands beside the middle of the button. */
  .header-text {
    flex: 1 1 20em;
    align-content: center;
    min-inline-size: 0;
    min-block-size: 36px;
  }

  .description {
    max-inline-size: 52em;
    margin-block-start: 4px;
  }

  .create {
    flex: none;
    min-block-size: 36px;
    padding-inline: 14px;
  }

  .notice {
    margin-block-end: var(--_gap);
  }

  .summary {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--_gap);
    margin-block-end: var(--_gap-large);
  }

  .stat-value .skeleton {
    inline-size: 2em;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_gap-small);
    margin-block-end: var(--_gap);
  }

  .match-case[aria-checked='true'] {
    background: var(--_surface-selected);
    color: var(--_accent);
  }

  .sort-select {
    display: none;
    align-items: center;
    gap: var(--_gap-small);
  }

  .toolbar-aside {
    display: flex;
    align-items: center;
    gap: var(--_gap);
    margin-inline-start: auto;
  }

  .table-frame {
    position: relative;
  }

  /* What takes a while says so, without covering a row. */
  .table-frame:has([aria-busy='true'])::before {
    content: '';
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    z-index: 3;
    block-size: 2px;
    background: var(--_accent);
    opacity: 0;
    animation:
      shown 1ms 400ms forwards,
      busy var(--_motion-pulse) ease-in-out 400ms infinite alternate;
  }

  .table-frame:focus:not(:focus-visible) {
    outline: 0;
  }

  .table-frame {
    isolation: isolate;
  }

  /* What scrolls sideways holds everything sticky in it: only while it has to. */
  .table-scroll:not([data-overflows]) {
    overflow: visible;
  }

  .table-scroll {
    scrollbar-width: thin;
  }

  .table thead th {
    position: sticky;
    inset-block-start: var(--_sticky-top);
    z-index: 2;
    box-shadow: inset 0 -1px var(--_border);
  }

  .table tbody tr:first-child {
    border-block-start: 0;
  }

  @media (forced-colors: active) {
    .table thead th {
      border-block-end: 1px solid CanvasText;
    }
  }

  /* Whatever comes into view by the keyboard stands clear of the headings. */
  .table tbody :is(a, button),
  .table ::slotted(*) {
    scroll-margin-block: calc(var(--_sticky-top) + 56px) 12px;
  }

  .empty {
    min-block-size: 280px;
    align-content: center;
  }
`;

/** The toolbar wraps with search first, and takes in the sorting, whose headings are gone. */
const narrow = css`
  @container (inline-size < 68.57em) {
    .sort-select {
      display: flex;
      white-space: nowrap;
    }
  }

  @container (inline-size < 40em) {
    .header,
    .create {
      inline-size: 100%;
    }

    .summary {
      gap: var(--_gap-small);
    }

    .summary .stat {
      padding: 8px 10px;
    }

    .toolbar .search {
      order: -1;
      flex: 1 1 100%;
    }

    .sort-select {
      flex: 1 1 190px;
      min-inline-size: 0;
    }

    .sort-select .select {
      flex: 0 1 auto;
      min-inline-size: 9em;
    }
  }

  @container (inline-size < 31.43em) {
    .summary {
      grid-template-columns: minmax(0, 1fr);
    }

    .summary .stat {
      display: flex;
      align-items: center;
      justify-content: space-between;
    }

    .summary .stat-value {
      margin: 0;
      font-size: inherit;
    }
  }
`;

export const tableStyles: CSSResultGroup = [
  tokens,
  base,
  controls,
  listControls,
  liveBadgeStyles,
  surfaces,
  figures,
  filters,
  sortButton,
  ...batchTable,
  ...find,
  times,
  table,
  batchTracks,
  narrow,
  print,
];
