import { css } from 'lit';

/** What every shadow root begins with: box model, text, focus, and what only a screen reader finds. */
export const base = css`
  /* Pseudo-elements by name: of a rule for all of them each element would pay for two. */
  *,
  .step::before,
  [data-reason]::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  dl,
  dd,
  ul,
  ol,
  figure {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  .root [hidden] {
    display: none;
  }

  .heading {
    font-size: var(--_font-size-heading);
    font-weight: var(--_font-weight-strong);
    line-height: 1.25;
    overflow-wrap: anywhere;
  }

  .subheading {
    font-size: 1em;
    font-weight: var(--_font-weight-strong);
    line-height: 1.4;
  }

  .muted {
    color: var(--_text-muted);
  }

  .small {
    font-size: var(--_font-size-small);
  }

  .id {
    font-family: var(--_font-mono);
    font-size: var(--_font-size-small);
    overflow-wrap: anywhere;
  }

  .number {
    text-align: end;
    white-space: nowrap;
  }

  .icon {
    inline-size: 1em;
    block-size: 1em;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .icon-flip:dir(rtl) {
    scale: -1 1;
  }

  /* Words that are on the way are waited for, rather than English shown and exchanged; but not for long. */
  .root[data-wordless] {
    visibility: hidden;
    animation: wordless 0s 2s forwards;
  }

  @keyframes wordless {
    to {
      visibility: visible;
    }
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }

  a {
    color: var(--_accent);
  }

  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
