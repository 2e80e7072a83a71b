import { css } from 'lit';

/** Figures, badges and progress. */
export const figures = css`
  .stat {
    display: block;
    inline-size: 100%;
    padding: 12px var(--_padding);
    color: inherit;
    font: inherit;
    text-align: start;
  }

  button.stat {
    cursor: pointer;
  }

  button.stat:hover {
    background: var(--_surface-hover);
  }

  .stat[aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .stat-value {
    display: block;
    margin-block-start: 4px;
    font-size: var(--_font-size-figure);
    font-weight: var(--_font-weight-strong);
    line-height: 1.3;
  }

  .badge {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    max-inline-size: 100%;
    padding: 2px 9px 2px 7px;
    border-radius: var(--_radius-badge);
    background: var(--_tone-soft);
    color: var(--_tone);
    font-size: var(--_font-size-small);
    font-weight: var(--_font-weight-strong);
    line-height: 1.4;
  }

  .badge-text {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .progress {
    display: flex;
    inline-size: 100%;
    min-inline-size: 6em;
    block-size: 6px;
    border-radius: var(--_radius-badge);
    background: var(--_border);
  }

  .progress-segment {
    inline-size: var(--_share, 0%);
    transition: inline-size var(--_motion-progress) linear;
  }

  .progress-segment:is(:first-child, .progress-alone) {
    border-start-start-radius: inherit;
    border-end-start-radius: inherit;
  }

  .progress-segment:is(:last-child, .progress-alone) {
    border-start-end-radius: inherit;
    border-end-end-radius: inherit;
  }

  .progress-accepted {
    background: var(--_accepted-fill);
  }

  .progress-rejected {
    background: var(--_failed-fill);
  }

  .progress-active {
    background: var(--_accent);
  }

  .progress-text {
    margin-block-start: 4px;
    color: var(--_text-muted);
    font-size: var(--_font-size-small);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .progress-segment {
      forced-color-adjust: none;
      background: CanvasText;
    }

    /* Told from what was accepted by its pattern: no two system colours are sure to differ. */
    .progress-rejected {
      background: repeating-linear-gradient(135deg, CanvasText 0 2px, Canvas 2px 4px);
    }

    .stat[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
