import { css } from 'lit';

/** Filters: their buttons, and the ones in use. */
export const filters = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap-small);
    min-inline-size: 0;
  }

  .filter-button {
    max-inline-size: 100%;
    padding-inline: 10px 8px;
    gap: 4px;
    font-weight: 400;
  }

  .filter-name {
    color: var(--_text-muted);
  }

  .filter-value {
    overflow: hidden;
    max-inline-size: 20em;
    font-weight: var(--_font-weight-medium);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .filter-button .icon {
    color: var(--_text-muted);
  }

  .filter-chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_gap-small);
    margin-block-end: var(--_gap);
  }

  .filter-chips li {
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  .chip-chosen {
    max-inline-size: 100%;
    border-color: transparent;
    background: var(--_surface-selected);
    color: var(--_accent);
    font-weight: var(--_font-weight-medium);
  }

  .chip-text {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .clear-filters {
    font-size: var(--_font-size-small);
  }

  @container (inline-size < 31.43em) {
    .filters {
      flex: 1 1 100%;
    }

    .filter-button {
      flex: 1 1 100%;
      justify-content: start;
    }

    .filter-button .icon {
      margin-inline-start: auto;
    }
  }

  @media (forced-colors: active) {
    .chip-chosen {
      border-color: CanvasText;
    }
  }
`;
