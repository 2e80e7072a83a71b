import { css } from 'lit';

/** The list of tasks. */
export const taskList = css`
  .tasks-card {
    overflow: clip;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    min-block-size: 52px;
    padding-block: 8px;
    padding-inline: var(--_padding) 12px;
    border-block-end: var(--_border-width) solid var(--_border);
  }

  .toolbar-text {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
    min-inline-size: 0;
  }

  .chip {
    min-inline-size: 0;
    max-inline-size: 100%;
    background: var(--_surface-selected);
    color: var(--_accent);
    font-weight: var(--_font-weight-medium);
  }

  .chip-text {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .inset {
    display: grid;
    gap: var(--_gap-small);
    padding: 12px;
    border-block-end: var(--_border-width) solid var(--_border);
  }

  /* What is hidden from the eye stays where the rest scrolls, and does not widen the page. */
  .tasks-card .table-scroll {
    position: relative;
  }

  .table-scroll:focus-visible {
    outline-offset: -2px;
  }

  .tasks tbody {
    transition: opacity var(--_motion) ease-out;
  }

  .tasks.leaving tbody {
    opacity: 0.5;
  }

  .tasks :is(th, td) {
    padding: 7px 10px;
  }

  .tasks thead th {
    line-height: 1.3;
    white-space: normal;
  }

  .tasks :is(th, td):first-child {
    padding-inline-start: var(--_padding);
  }

  .tasks :is(th, td):last-child {
    padding-inline-end: var(--_padding);
  }

  .tasks tbody td {
    block-size: 40px;
  }

  .task-row {
    inline-size: 64px;
    color: var(--_text-muted);
  }

  .task-sort {
    display: none;
    white-space: nowrap;
    align-items: center;
    gap: var(--_gap-small);
  }

  /* An id stays on one line for as long as an id is long. */
  .task-id .id {
    inline-size: max-content;
    max-inline-size: 24ch;
  }

  .task-party .clamped {
    inline-size: max-content;
    max-inline-size: 16ch;
  }

  .task-status .badge {
    max-inline-size: min(12em, 100%);
  }

  .task-text {
    min-inline-size: 110px;
    max-inline-size: 260px;
  }

  .task-time {
    white-space: nowrap;
  }

  .tasks .task-open {
    inline-size: 40px;
    padding-inline: 4px 10px;
    text-align: end;
  }

  .task-open .icon {
    transition: rotate var(--_motion) ease-out;
  }

  .opened .task-open .icon {
    rotate: 180deg;
  }

  .tasks .opened,
  .tasks .task-more {
    background: var(--_surface-sunken);
  }

  .table.tasks .task-more {
    border-block-start: 0;
  }

  .tasks .task-more td {
    block-size: auto;
    padding: 4px var(--_padding) 16px;
  }

  /* It stays in sight while the table is scrolled sideways. */
  .more {
    position: sticky;
    inset-inline-start: 16px;
    display: grid;
    max-inline-size: calc(100cqi - 34px);
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    gap: 12px 24px;
  }

  .more > div {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .more > div:not(.more-response) dd {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    line-clamp: 4;
  }

  .more-response {
    grid-column: 1 / -1;
  }

  .response {
    overflow: auto;
    max-block-size: 180px;
    margin: 4px 0 0;
    padding: 8px 10px;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    white-space: pre-wrap;
  }

  .more-error {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 12;
    line-clamp: 12;
  }

  .clamped {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }

  .skeleton-line {
    display: flex;
    align-items: center;
    block-size: 41px;
    padding-inline: var(--_padding);
  }

  .skeleton-line:not(:last-child) {
    border-block-end: var(--_border-width) solid var(--_border);
  }

  .skeleton-line .skeleton {
    max-inline-size: 60%;
  }

  .pager {
    padding-inline-start: var(--_padding);
  }
`;
