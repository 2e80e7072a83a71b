import { css } from 'lit';

/** The one surface that floats. Under 560 px it fills the screen, with its footer fixed. */
export const dialog = css`
  .dialog {
    inline-size: min(880px, 100vw - 32px);
    max-inline-size: none;
    max-block-size: min(860px, 100dvh - 48px);
    margin: auto;
    padding: 0;
    overflow: hidden;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-dialog);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow-dialog);
    color: inherit;
  }

  .dialog[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
  }

  .dialog-small {
    inline-size: min(440px, 100vw - 32px);
  }

  .dialog::backdrop {
    background: var(--_backdrop);
  }

  .dialog-header {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: var(--_gap);
    padding: 18px 20px 12px;
  }

  .dialog-body {
    container-type: inline-size;
    overflow: auto;
    padding: 8px 20px 20px;
    overscroll-behavior: contain;
  }

  .dialog-footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: var(--_gap-small);
    padding: 12px 20px;
    border-block-start: var(--_border-width) solid var(--_border);
  }

  .dialog-footer > :first-child:not(:last-child):not(.button) {
    margin-inline-end: auto;
  }

  @media (width <= 560px) {
    .dialog:not(.dialog-small) {
      inline-size: 100vw;
      block-size: 100dvh;
      max-block-size: none;
      border: 0;
      border-radius: 0;
    }
  }
`;
