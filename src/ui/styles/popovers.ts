import { css } from 'lit';

/** What opens beneath a button: panels of choices, and menus. */
export const popovers = css`
  .panel,
  .menu {
    position: fixed;
    inset: auto;
    min-inline-size: 200px;
    max-inline-size: calc(100vw - 16px);
    margin: 0;
    padding: 6px;
    overflow: auto;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-surface);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow-popover);
    color: inherit;
    overscroll-behavior: contain;
  }

  .option,
  .menu-item {
    display: flex;
    align-items: center;
    gap: 10px;
    inline-size: 100%;
    min-block-size: 34px;
    padding: 4px 10px;
    border: 0;
    border-radius: var(--_radius-control);
    cursor: pointer;
  }

  .option:hover,
  .menu-item:hover {
    background: var(--_surface-hover);
  }

  .option input {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_accent);
    cursor: inherit;
  }

  .option-count {
    margin-inline-start: auto;
    padding-inline-start: 16px;
  }

  .panel-footer {
    margin-block-start: 6px;
    padding-block-start: 6px;
    border-block-start: var(--_border-width) solid var(--_border);
  }

  .menu-item {
    margin: 0;
    background: transparent;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: start;
    text-decoration: none;
  }

  .menu-item:focus-visible {
    background: var(--_surface-hover);
    outline-offset: -2px;
  }

  .menu-item .icon {
    color: var(--_text-muted);
  }

  .menu-item.destructive,
  .menu-item.destructive .icon {
    color: var(--_failed);
  }

  .menu-item[aria-disabled='true'],
  .menu-item[aria-disabled='true'] .icon {
    color: var(--_text-muted);
    cursor: not-allowed;
  }

  .menu-text {
    display: grid;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  @media (forced-colors: active) {
    .menu-item[aria-disabled='true'] {
      color: GrayText;
    }
  }
`;
