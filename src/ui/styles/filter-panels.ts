import { css } from 'lit';

/** What opens beneath the buttons of the filters. */
export const filterPanelStyles = css`
  .spans,
  .days {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 8px;
    padding: 6px 6px 4px;
  }

  .day {
    flex: 1 1 9em;
    min-inline-size: 0;
  }

  .day .label {
    margin-block-end: 2px;
  }

  .panel > p {
    padding-inline: 6px;
  }

  .days-fault {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--_failed);
    font-weight: var(--_font-weight-medium);
  }
`;
