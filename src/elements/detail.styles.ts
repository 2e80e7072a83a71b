import { css } from 'lit';
import type { CSSResultGroup } from 'lit';
import {
  base,
  controls,
  detailAside,
  detailCards,
  figures,
  listControls,
  liveBadgeStyles,
  print,
  sortButton,
  surfaces,
  taskList,
  times,
  tokens,
} from '../ui/styles/index.js';

/** Heading, buttons, messages. */
const head = css`
  :host(:state(idle)) {
    display: none;
  }

  .root {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap-large);
  }

  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 12px 24px;
  }

  .header-text {
    flex: 1 1 20em;
    min-inline-size: 0;
  }

  .header .heading {
    inline-size: fit-content;
    max-inline-size: 100%;
    display: -webkit-box;
    overflow: hidden;
    outline-offset: 1px;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    line-clamp: 4;
  }

  .header .link {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    min-block-size: 24px;
    margin: 0 0 4px -3px;
    padding-inline-end: 4px;
    font-weight: var(--_font-weight-medium);
  }

  .heading:focus:not(:focus-visible),
  .subheading:focus:not(:focus-visible) {
    outline: 0;
  }

  .byline {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-block-size: 24px;
    margin-block-start: 6px;
    overflow-wrap: anywhere;
  }

  .byline > .muted {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }

  .header-actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--_gap-small);
  }

  .header-actions .button {
    position: relative;
    padding-inline: 14px;
  }

  .split {
    display: flex;
  }

  .split-main {
    flex: 1 1 auto;
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .header-actions .split-more {
    padding-inline: 0;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
    border-inline-start-color: color-mix(in srgb, var(--_on-accent) 40%, transparent);
  }

  .split-more[aria-expanded='true'] .icon {
    rotate: 180deg;
  }

  .button[data-reason]:is(:hover, :focus-visible)::after {
    content: attr(data-reason);
    position: absolute;
    inset-block-start: calc(100% + 6px);
    inset-inline-end: 0;
    z-index: 1;
    inline-size: max-content;
    max-inline-size: 22em;
    padding: 4px 10px;
    border-radius: var(--_radius-control);
    background: var(--_tooltip);
    color: var(--_on-tooltip);
    font-size: var(--_font-size-small);
    font-weight: 500;
    white-space: normal;
  }

  .notices {
    display: grid;
    gap: var(--_gap);
  }

  .notices:not(:has(> *)) {
    display: none;
  }

  /* One line stands in the middle of its buttons. */
  .notices .notice {
    padding-block: 8px;
  }

  .notices .notice-body {
    padding-block: 7px;
  }

  .notices .notice > .icon {
    margin-block-start: calc(7px + 0.22em);
  }

  .skeleton-heading {
    inline-size: 14em;
    max-inline-size: 100%;
  }
`;

/** Two columns of terms, and tasks as cards of label and value. */
const narrow = css`
  @container (inline-size < 61.43em) {
    .table .task-id .id {
      inline-size: auto;
      min-inline-size: 9ch;
    }

    .pairs {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  @container (inline-size < 51.43em) {
    .stat .badge {
      padding-inline: 0;
      background: none;
    }

    .stat .badge .icon {
      display: none;
    }

    .stat .badge-text {
      white-space: normal;
    }

    .tasks,
    .tasks tbody {
      display: block;
    }

    .tasks thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .tasks tbody tr {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 8px 16px;
      padding: 12px var(--_padding);
    }

    .tasks tbody tr:first-child {
      border-block-start: 0;
    }

    .table.tasks tbody td {
      display: block;
      inline-size: auto;
      block-size: auto;
      min-inline-size: 0;
      max-inline-size: none;
      padding: 0;
      text-align: start;
    }

    .task-sort {
      display: flex;
      flex: 1 1 100%;
      min-inline-size: 0;
    }

    .task-sort .select {
      flex: 1 1 0;
      min-inline-size: 0;
    }

    .tasks tbody .task {
      position: relative;
      padding-inline-end: 48px;
    }

    .tasks tbody .task-more {
      display: block;
      padding-block-start: 0;
    }

    .table.tasks tbody .task-open {
      position: absolute;
      inset-block-start: 8px;
      inset-inline-end: 8px;
    }

    .tasks tbody td::before {
      content: attr(data-label);
      display: block;
      color: var(--_text-muted);
      font-size: var(--_font-size-small);
    }
  }

  @container (inline-size < 40em) {
    .header-text,
    .header-actions {
      flex: 1 1 100%;
    }

    .header-actions {
      justify-content: flex-start;
    }

    .header-actions > :is(.button, .split) {
      flex: 1 1 auto;
    }

    .button[data-reason]:is(:hover, :focus-visible)::after {
      inset-inline: 0 auto;
    }

    .pairs {
      gap: 12px 16px;
    }

    .stats {
      gap: var(--_gap-small);
    }

    .stat {
      padding: 10px;
    }

    .search,
    .pager-range {
      flex: 1 1 100%;
    }

    .pager {
      justify-content: flex-end;
    }

    .pair .badge-text {
      display: -webkit-box;
      white-space: normal;
      overflow-wrap: anywhere;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      line-clamp: 3;
    }

    .card-header {
      flex-wrap: wrap;
      row-gap: 0;
    }

    .card-header .button {
      margin-inline: -12px auto;
    }

    .reason {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .reason-text {
      grid-column: 1 / -1;
    }
  }
`;

export const detailStyles: CSSResultGroup = [
  tokens,
  base,
  controls,
  surfaces,
  figures,
  listControls,
  liveBadgeStyles,
  detailCards,
  detailAside,
  sortButton,
  taskList,
  times,
  head,
  narrow,
  print,
];
