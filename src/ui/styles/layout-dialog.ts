import { css } from 'lit';

/** The dialog for columns and density. */
export const layoutStyles = css`
  .plain {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .plain + .plain {
    margin-block-start: 16px;
  }

  .plain > .label {
    padding: 0;
  }

  .layout-list {
    margin-inline: -8px;
  }

  .layout-line {
    display: flex;
    align-items: center;
    gap: 2px;
    border-radius: var(--_radius-control);
  }

  .layout-line .option {
    flex: 1 1 auto;
    min-inline-size: 0;
    padding-inline: 8px;
  }

  .option:has(:disabled) {
    cursor: default;
  }

  .option-text {
    display: grid;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .layout-line .icon {
    color: var(--_text-muted);
  }

  .layout-line [aria-disabled='true'] {
    opacity: 0.4;
  }

  .densities {
    display: flex;
    flex-wrap: wrap;
    column-gap: 8px;
  }

  .densities .option {
    inline-size: auto;
    margin-inline-start: -8px;
    padding-inline: 8px;
  }

  .layout-reset {
    margin-inline: -12px auto;
  }

  .heading:focus-visible {
    outline: 0;
  }
`;
