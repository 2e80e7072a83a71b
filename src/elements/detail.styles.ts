import { css } from 'lit';
import type { CSSResultGroup } from 'lit';
import { base, controls, dialog, surfaces, tokens } from '../ui/styles/index.js';

/** Heading, buttons, messages. */
const head = css`
  :host(:state(idle)) {
    display: none;
  }

  .root {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
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
    display: -webkit-box;
    overflow: hidden;
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
    font-weight: 600;
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
    margin-block-start: 4px;
    overflow-wrap: anywhere;
  }

  .header-actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
  }

  .header-actions .button {
    position: relative;
    padding-inline: 14px;
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
    background: var(--_text);
    color: var(--_surface);
    font-size: var(--_size-small);
    font-weight: 500;
    white-space: normal;
  }

  .notices {
    display: grid;
    gap: 12px;
  }

  .notices:not(:has(> *)) {
    display: none;
  }

  .download-line {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
    margin-block-end: 6px;
  }

  .skeleton-heading {
    inline-size: 14em;
    max-inline-size: 100%;
  }
`;

/** The card of terms, the figures, the reasons. */
const cards = css`
  .card-header,
  .details-summary {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 8px 16px;
  }

  .details-summary {
    border-radius: var(--_radius-surface);
    list-style: none;
    cursor: pointer;
  }

  .details-summary::-webkit-details-marker {
    display: none;
  }

  .details-summary:hover .icon {
    color: var(--_text);
  }

  .details-summary .icon {
    color: var(--_text-muted);
    transition: rotate var(--_motion) ease-out;
  }

  .details:not([open], div) .details-summary .icon {
    rotate: -90deg;
  }

  .details:not([open], div) .details-summary .icon:dir(rtl) {
    rotate: 90deg;
  }

  .card-header,
  .details:is([open], div) .details-summary {
    border-block-end: 1px solid var(--_border);
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }

  .card-header > .icon {
    color: var(--_pending);
  }

  .pairs {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 14px 24px;
    padding: 14px 16px 16px;
  }

  .pair {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .pair dd {
    min-block-size: 21px;
    margin-block-start: 2px;
  }

  .pair-wide {
    grid-column: span 2;
  }

  .pair .skeleton {
    max-inline-size: 8em;
  }

  .id-line,
  .rows-line {
    display: inline-flex;
    align-items: center;
    gap: 4px 6px;
    max-inline-size: 100%;
  }

  .rows-line {
    flex-wrap: wrap;
  }

  .id-line .id {
    font-weight: 600;
  }

  .button-small {
    inline-size: 24px;
    min-block-size: 24px;
    margin-block: -2px;
    color: var(--_text-muted);
  }

  .rows-line .icon {
    color: var(--_tone);
    vertical-align: -0.15em;
  }

  .lineage {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
  }

  .explanations {
    display: grid;
    gap: 6px;
    padding: 0 16px 14px;
  }

  .explanations li {
    display: flex;
    gap: 8px;
  }

  .explanations .icon {
    margin-block-start: 0.2em;
  }

  .stats {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 12px;
  }

  .stats-progress {
    grid-column: 1 / -1;
  }

  .stat .skeleton {
    inline-size: 2.2em;
  }

  .reasons {
    padding-block: 6px;
  }

  .reason {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(60px, 190px) minmax(2.4em, auto);
    align-items: center;
    gap: 4px 16px;
    inline-size: 100%;
    min-block-size: 28px;
    margin: 0;
    padding: 3px 16px;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: start;
    overflow-wrap: anywhere;
  }

  button.reason {
    cursor: pointer;
  }

  button.reason:hover {
    background: var(--_surface-hover);
  }

  button.reason:focus-visible {
    outline-offset: -2px;
  }

  .reason[aria-pressed='true'] {
    background: var(--_surface-selected);
    box-shadow: inset 3px 0 0 var(--_accent);
  }

  .reason[aria-pressed='true']:dir(rtl) {
    box-shadow: inset -3px 0 0 var(--_accent);
  }

  .reason-bar {
    background: none;
  }

  .reason-bar .progress-segment {
    border-radius: 999px;
    opacity: 0.75;
  }

  .reason-count {
    font-weight: 650;
    text-align: end;
  }

  .decision .card-body {
    padding: 14px 16px 16px;
  }

  .decision .pairs {
    padding: 14px 0;
  }

  .decision .field {
    max-inline-size: 44em;
  }

  .decision-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 12px;
  }

  .preview {
    margin-block-end: 14px;
  }

  .preview-scroll {
    max-block-size: 260px;
    overflow: auto;
  }

  .preview .table :is(th, td) {
    padding-block: 4px;
  }

  .preview .number {
    inline-size: 64px;
  }
`;

/** The list of tasks. */
const list = css`
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

  .search {
    position: relative;
    display: flex;
    flex: 0 1 300px;
    align-items: center;
    min-inline-size: 0;
    min-block-size: var(--_control-block-size);
    padding-inline: 10px 4px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    cursor: text;
  }

  .search > .icon {
    color: var(--_text-muted);
  }

  .search:focus-within:has(.search-input:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  .search-input {
    flex: 1 1 auto;
    min-inline-size: 0;
    align-self: stretch;
    margin: 0;
    padding: 0 6px;
    border: 0;
    outline: 0;
    background: transparent;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }

  .search-input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }

  .search-clear {
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: 26px;
    block-size: 24px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 5px;
    background: transparent;
    color: var(--_text-muted);
    cursor: pointer;
  }

  .search-clear:hover {
    background: var(--_surface-hover);
    color: var(--_text);
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
    padding-block: 7px;
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

  .task-id {
    min-inline-size: 90px;
    max-inline-size: 220px;
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
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding-block: 8px;
    padding-inline: 16px 12px;
    border-block-start: 1px solid var(--_border);
  }

  .pager-range {
    margin-inline-end: auto;
  }
`;

/** Two columns of terms, and tasks as cards of label and value. */
const narrow = css`
  @container (inline-size < 860px) {
    .pairs {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  @container (inline-size < 720px) {
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
      padding: 12px 16px;
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

    .tasks tbody td::before {
      content: attr(data-label);
      display: block;
      color: var(--_text-muted);
      font-size: var(--_size-small);
    }
  }

  @container (inline-size < 560px) {
    .header-text,
    .header-actions {
      flex: 1 1 100%;
    }

    .header-actions {
      justify-content: flex-start;
    }

    .header-actions .button {
      flex: 1 1 auto;
    }

    .button[data-reason]:is(:hover, :focus-visible)::after {
      inset-inline: 0 auto;
    }

    .pairs {
      gap: 12px 16px;
    }

    .stats {
      gap: 8px;
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
      white-space: normal;
    }

    .reason {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .reason-text {
      grid-column: 1 / -1;
    }
  }
`;

export const detailStyles: CSSResultGroup = [tokens, base, controls, surfaces, dialog, head, cards, list, narrow];
