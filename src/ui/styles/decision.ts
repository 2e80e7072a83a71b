import { css } from 'lit';

/** What a checker sees, and decides by. */
export const decision = css`
  .decision .card-body {
    padding: 14px var(--_padding) 16px;
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
    gap: var(--_gap-small);
    margin-block-start: 12px;
  }
`;
