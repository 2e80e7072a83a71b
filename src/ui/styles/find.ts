import { css } from 'lit';

/** The field for an id beside the figures. */
const layout = css`
  .overview {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
    margin-block-end: var(--_gap-large);
  }

  .overview .summary {
    margin: 0;
  }

  .overview:has(.find) {
    grid-template-columns: minmax(0, 3fr) minmax(0, 1fr);
  }

  .overview:not(:has(.summary)) {
    grid-template-columns: minmax(0, 26em);
  }

  .find {
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: 6px;
    min-inline-size: 0;
    padding: 10px var(--_padding);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-surface);
    background: var(--_surface);
  }

  .find[inert] > * {
    opacity: 0.5;
  }

  .find-field {
    flex: none;
  }

  .find-go {
    min-block-size: 24px;
    margin-block: 3px;
    padding: 2px 8px;
  }

  .find-pasted {
    color: var(--_partial);
  }
`;

const narrow = css`
  @container (inline-size < 71.43em) {
    .overview:has(.find) {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @container (40em <= inline-size < 71.43em) {
    .find {
      flex-flow: row wrap;
      align-items: center;
      justify-content: start;
      gap: 4px 12px;
    }

    .find-field {
      flex: 1 1 16em;
    }

    .find-pasted {
      flex-basis: 100%;
    }
  }
`;

export const find = [layout, narrow];
