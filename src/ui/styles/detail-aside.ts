import { css } from 'lit';

/** Cards side by side: outcomes by gateway and by external system, and what happened. */
export const detailAside = css`
  .aside {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
    gap: var(--_gap-large);
  }

  .aside:not(:has(> *)) {
    display: none;
  }

  .outcomes {
    inline-size: 100%;
    border-collapse: collapse;
  }

  .outcomes :is(th, td) {
    padding: 6px 8px;
    vertical-align: middle;
  }

  .outcomes :is(th, td):first-child {
    padding-inline-start: var(--_padding);
  }

  .outcomes :is(th, td):last-child {
    padding-inline-end: var(--_padding);
  }

  .outcomes thead th {
    padding-block: 8px 2px;
    color: var(--_text-muted);
    font-size: var(--_font-size-small);
    font-weight: var(--_font-weight-medium);
    vertical-align: bottom;
    white-space: normal;
  }

  .outcomes tbody th {
    inline-size: 100%;
    min-inline-size: 100px;
    max-inline-size: 0;
    font-weight: 400;
    text-align: start;
  }

  .outcomes tbody td {
    font-weight: var(--_font-weight-strong);
  }

  .outcomes tr:last-child > * {
    padding-block-end: 10px;
  }

  .outcomes .selected {
    background: var(--_surface-selected);
    box-shadow: inset 3px 0 0 var(--_accent);
  }

  .outcomes .selected:dir(rtl) {
    box-shadow: inset -3px 0 0 var(--_accent);
  }

  .outcome-name {
    display: block;
    overflow: hidden;
    inline-size: fit-content;
    max-inline-size: 100%;
    min-block-size: 24px;
    margin: 0;
    margin-inline-start: -4px;
    padding: 2px 4px;
    border: 0;
    border-radius: min(5px, var(--_radius-control));
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  button.outcome-name {
    color: var(--_accent);
    font-weight: var(--_font-weight-medium);
    cursor: pointer;
  }

  button.outcome-name:hover {
    text-decoration: underline;
  }

  .outcome-name:focus-visible {
    outline-offset: -2px;
  }

  .outcome-bar {
    block-size: 4px;
    margin-block-start: 2px;
  }

  .outcomes-skeleton {
    display: grid;
    gap: 20px;
    padding: var(--_padding);
  }

  .timeline {
    padding: 12px var(--_padding) 4px;
  }

  .event {
    display: flex;
    gap: 10px;
    position: relative;
    padding-block-end: 12px;
  }

  .event:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: 24px 2px;
    inset-inline-start: 10.5px;
    border-inline-start: var(--_border-width) solid var(--_border);
  }

  .event-icon {
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: 22px;
    block-size: 22px;
    border-radius: 50%;
    background: var(--_tone-soft, var(--_neutral-soft));
    color: var(--_tone, var(--_neutral));
    font-size: var(--_font-size-small);
  }

  .event-body {
    flex: 1 1 auto;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .event-body > div {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }

  .event-body > .event-remark {
    margin-block-start: 2px;
    padding-inline-start: 8px;
    border-inline-start: 2px solid var(--_border);
    -webkit-line-clamp: 4;
    line-clamp: 4;
  }

  @media (forced-colors: active) {
    .event-icon {
      border: 1px solid CanvasText;
    }

    .outcomes .selected {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
