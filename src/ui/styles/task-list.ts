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
    padding-inline: 16px 12px;
    border-block-end: 1px solid var(--_border);
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
    font-weight: 600;
  }

  .chip-text {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .inset {
    display: grid;
    gap: 8px;
    padding: 12px;
    border-block-end: 1px solid var(--_border);
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
    padding-inline-start: 16px;
  }

  .tasks :is(th, td):last-child {
    padding-inline-end: 16px;
  }

  .tasks tbody td {
    block-size: 40px;
  }

  .task-row {
    inline-size: 64px;
    color: var(--_text-muted);
  }

  /* An id stays on one line for as long as an id is long. */
  .task-id .id {
    inline-size: max-content;
    max-inline-size: 24ch;
  }

  .task-gateway .clamped {
    inline-size: max-content;
    max-inline-size: 14ch;
  }

  .task-status .badge {
    max-inline-size: 12em;
  }

  .task-text {
    min-inline-size: 110px;
    max-inline-size: 300px;
  }

  .task-time {
    white-space: nowrap;
  }

  .clamped {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    line-clamp: 3;
  }

  .skeleton-line {
    display: flex;
    align-items: center;
    block-size: 41px;
    padding-inline: 16px;
  }

  .skeleton-line:not(:last-child) {
    border-block-end: 1px solid var(--_border);
  }

  .skeleton-line .skeleton {
    max-inline-size: 60%;
  }

  .pager {
    padding-inline-start: 16px;
  }
`;
