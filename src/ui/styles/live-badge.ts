import { css } from 'lit';

/** Whether what is seen is current. */
export const liveBadgeStyles = css`
  .live-badge {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--_text-muted);
    font-size: var(--_font-size-small);
  }

  .live-dot {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--_neutral);
  }

  .live-live .live-dot {
    background: var(--_accepted-fill);
  }

  .live-stale .live-dot {
    background: var(--_partial);
  }

  /* A full dot is live, a ring is not. */
  @media (forced-colors: active) {
    .live-dot {
      border: 1px solid CanvasText;
    }

    .live-live .live-dot {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
