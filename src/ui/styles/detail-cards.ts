import { css } from 'lit';

/** The card of terms, the figures, the reasons. */
export const detailCards = css`
  .card-header,
  .details-summary {
    display: flex;
    align-items: center;
    gap: var(--_gap-small);
    min-block-size: 44px;
    padding: 8px var(--_padding);
  }

  .details-summary {
    border-radius: var(--_radius-surface);
    list-style: none;
    cursor: pointer;
  }

  .details-summary::-webkit-details-marker {
    display: none;
  }

  .details-summary:hover .icon {
    color: var(--_text);
  }

  .details-summary .icon {
    color: var(--_text-muted);
    transition: rotate var(--_motion) ease-out;
  }

  .details:not([open], div) .details-summary .icon {
    rotate: -90deg;
  }

  .details:not([open], div) .details-summary .icon:dir(rtl) {
    rotate: 90deg;
  }

  .card-header,
  .details:is([open], div) .details-summary {
    border-block-end: var(--_border-width) solid var(--_border);
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }

  .card-header > .icon {
    color: var(--_pending);
  }

  .card-header .button {
    margin-block: -5px;
    margin-inline: auto -8px;
  }

  .card-footer {
    padding: 4px 8px 8px;
  }

  .pairs {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 14px 24px;
    padding: 14px var(--_padding) 16px;
  }

  .pair {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .pair dd {
    min-block-size: 21px;
    margin-block-start: 2px;
  }

  /* Whatever a server says, a term takes a few lines; what a person wrote is read in full. */
  .term,
  .pair dd > .link:only-child,
  .reason-text {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    line-clamp: 4;
  }

  /* The longest that a person can write has room, in the narrowest place too. */
  .remark,
  .pair-wide dd {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 18;
    line-clamp: 18;
  }

  .pair-wide {
    grid-column: span 2;
  }

  .pair .skeleton {
    max-inline-size: 8em;
  }

  .id-line,
  .rows-line {
    display: inline-flex;
    align-items: center;
    gap: 4px 6px;
    max-inline-size: 100%;
  }

  .rows-line {
    flex-wrap: wrap;
  }

  .id-line .id {
    font-weight: var(--_font-weight-medium);
  }

  .button-small {
    inline-size: 24px;
    min-block-size: 24px;
    margin-block: -2px;
    color: var(--_text-muted);
  }

  .rows-line .icon {
    color: var(--_tone);
    vertical-align: -0.15em;
  }

  .lineage {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    max-block-size: 7.5em;
    overflow: auto;
  }

  .explanations {
    display: grid;
    gap: 6px;
    padding: 0 var(--_padding) 14px;
  }

  .explanations li {
    display: flex;
    gap: var(--_gap-small);
  }

  .explanations .icon {
    margin-block-start: 0.2em;
  }

  .stats {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--_gap);
  }

  .stats-progress {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 16px;
    grid-column: 1 / -1;
  }

  .pace {
    margin-block-start: 4px;
  }

  /* Whatever a server lists, a card is no page. */
  .group-scroll {
    position: relative;
    max-block-size: 400px;
    overflow: auto;
  }

  .stat-value {
    overflow-wrap: anywhere;
  }

  .stat .skeleton {
    inline-size: 2.2em;
  }

  .reasons {
    padding-block: 6px;
  }

  .reason {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(60px, 190px) minmax(2.4em, auto);
    align-items: center;
    gap: 4px 16px;
    inline-size: 100%;
    min-block-size: 28px;
    margin: 0;
    padding: 3px var(--_padding);
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: start;
    overflow-wrap: anywhere;
  }

  button.reason {
    cursor: pointer;
  }

  button.reason:hover {
    background: var(--_surface-hover);
  }

  button.reason:focus-visible {
    outline-offset: -2px;
  }

  .reason[aria-pressed='true'] {
    background: var(--_surface-selected);
    box-shadow: inset 3px 0 0 var(--_accent);
  }

  .reason[aria-pressed='true']:dir(rtl) {
    box-shadow: inset -3px 0 0 var(--_accent);
  }

  .reason-bar {
    background: none;
  }

  .reason-bar .progress-segment {
    border-radius: var(--_radius-badge);
    opacity: 0.75;
  }

  @media (forced-colors: active) {
    .reason[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }

  .reason-count {
    font-weight: var(--_font-weight-strong);
    text-align: end;
  }

  .preview {
    margin-block-end: var(--_gap);
  }

  .preview-scroll {
    max-block-size: 260px;
    overflow: auto;
  }

  .preview .table :is(th, td) {
    padding-block: 4px;
  }

  .preview .number {
    inline-size: 64px;
  }

  .support-text {
    max-inline-size: 60em;
    margin-block-start: 8px;
    font-family: var(--_font-mono);
    font-size: var(--_font-size-small);
  }
`;
