import { css } from 'lit';

/** How long ago, the exact time beneath it, and the zone beneath them all. */
export const times = css`
  .time-exact {
    color: var(--_text-muted);
    font-size: var(--_font-size-small);
  }

  /* A direction of its own, as the text has it, at the edge of the cell, as the page has it. */
  :is(.cell-time, .task-time) .time-exact {
    display: block;
    inline-size: fit-content;
  }

  .zone-note {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    margin-block-start: 8px;
  }

  .zone-change {
    min-block-size: 24px;
    margin-block: -3px;
  }

  /* The note beneath the table names the zone once for all. */
  @container (inline-size < 100em) {
    .time-zone {
      display: none;
    }
  }
`;
