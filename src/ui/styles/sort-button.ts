import { css } from 'lit';

/** The button in a heading by which a list is sorted. */
export const sortButton = css`
  .sort {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-inline-size: calc(100% + 12px);
    min-block-size: 24px;
    margin: 0 -6px;
    padding: 2px 6px;
    border: 0;
    border-radius: min(5px, var(--_radius-control));
    background: transparent;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    line-height: inherit;
    text-align: inherit;
    cursor: pointer;
  }

  .sort:hover,
  [aria-sort] .sort {
    color: var(--_text);
  }

  .sort .icon {
    color: var(--_text-muted);
  }

  th:not([aria-sort]) .sort:not(:hover, :focus-visible) .icon {
    color: var(--_border-strong);
  }

  [aria-sort] .sort .icon {
    color: var(--_accent);
  }

  /* A number stands under the last letter of its heading, not under the arrow. */
  .number .sort {
    max-inline-size: calc(100% + 6px);
    margin-inline-end: 0;
    padding-inline-end: 0;
  }
`;
