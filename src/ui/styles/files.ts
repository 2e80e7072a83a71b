import { css } from 'lit';

/** The choice of files, and how far one is. */
export const files = css`
  .menu {
    position: fixed;
    inset: auto;
    margin: 0;
    max-inline-size: min(24em, calc(100vw - 16px));
    padding: 4px;
    overflow: auto;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-surface);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow-popover);
  }

  .menu-item {
    display: flex;
    gap: 24px;
    justify-content: space-between;
    inline-size: 100%;
    min-block-size: 32px;
    margin: 0;
    padding: 5px 10px;
    border: 0;
    border-radius: var(--_radius-control);
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: start;
    cursor: pointer;
  }

  .menu-item:is(:hover, :focus-visible) {
    background: var(--_surface-hover);
  }

  .menu-item:focus-visible {
    outline-offset: -2px;
  }

  .menu-text > span {
    display: block;
  }

  .download-line {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
  }

  .notice .progress {
    margin-block: 6px;
  }
`;
