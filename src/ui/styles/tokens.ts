import { css, type CSSResultGroup } from 'lit';
import { fallbacks } from './fallbacks.js';

const host = css`
  :host {
    display: block;
    min-inline-size: 0;
  }

  :host([hidden]) {
    display: none;
  }
`;

const root = css`
  .root {
    --_motion-progress: 400ms;
    --_motion-pulse: 1.2s;

    box-sizing: border-box;
    container-type: inline-size;
    /* What a float or a row of the page asks for; less than a narrow window, which has margins. */
    contain-intrinsic-inline-size: min(60em, 100vw - 5em);
    color-scheme: var(--_color-scheme);
    color: var(--_text);
    font-family: var(--_font);
    font-size: var(--_font-size);
    font-style: normal;
    font-variant-caps: normal;
    font-variant-numeric: tabular-nums;
    font-weight: 400;
    hyphens: manual;
    letter-spacing: normal;
    line-height: var(--_line-height);
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    word-spacing: normal;
    -webkit-text-size-adjust: 100%;
  }

  @media (prefers-reduced-motion: reduce) {
    .root {
      --_motion: 0s;
      --_motion-progress: 0s;
      --_motion-pulse: 0s;
    }
  }
`;

/**
 * What each shadow root stands on. Public custom properties are read, and text is set, on the wrapper inside, not on
 * `:host`, because every rule of the page beats `:host`.
 */
export const tokens: CSSResultGroup = [host, fallbacks, root];
