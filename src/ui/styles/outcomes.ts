import { css } from 'lit';

/** How the tasks of each gateway, or of each external system, went. */
export const outcomes = css`
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
    overflow: hidden;
    block-size: 4px;
    margin-block-start: 2px;
  }

  @media (forced-colors: active) {
    .outcomes .selected {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
