import { css } from 'lit';

/**
 * Public custom properties, each read once into a private one that holds the fallback. They stand on the wrapper
 * inside the shadow root, not on `:host`, because every rule of the page beats `:host`.
 */
export const tokens = css`
  :host {
    display: block;
    min-inline-size: 0;
  }

  :host([hidden]) {
    display: none;
  }

  .root {
    --_surface: var(--batch-sync-surface, light-dark(#fff, #1b1f27));
    --_surface-sunken: var(--batch-sync-surface-sunken, light-dark(#f5f7f9, #12161c));
    --_surface-hover: var(--batch-sync-surface-hover, light-dark(#f8fafc, #222731));
    --_surface-selected: var(--batch-sync-surface-selected, light-dark(#eef3fe, #1e2a47));
    --_text: var(--batch-sync-text, light-dark(#16191f, #e8ebf0));
    --_text-muted: var(--batch-sync-text-muted, light-dark(#566070, #9aa5b5));
    --_border: var(--batch-sync-border, light-dark(#e1e5ea, #2d333e));
    --_border-strong: var(--batch-sync-border-strong, light-dark(#868f9d, #6d7889));
    --_accent: var(--batch-sync-accent, light-dark(#2354d8, #86a6ff));
    --_accent-hover: var(--batch-sync-accent-hover, light-dark(#1a45b8, #a3bcff));
    --_on-accent: var(--batch-sync-on-accent, light-dark(#fff, #0d1320));
    --_focus: var(--batch-sync-focus, light-dark(#2354d8, #a3bcff));

    --_accepted: var(--batch-sync-accepted, light-dark(#08693c, #4fcb8d));
    --_accepted-soft: var(--batch-sync-accepted-soft, light-dark(#e5f5ec, #10301f));
    --_accepted-fill: var(--batch-sync-accepted-fill, light-dark(#0b8049, #3db87c));
    --_failed: var(--batch-sync-failed, light-dark(#ad1712, #ff9188));
    --_failed-soft: var(--batch-sync-failed-soft, light-dark(#fdebea, #3a1a1a));
    --_failed-fill: var(--batch-sync-failed-fill, light-dark(#c2271f, #e5655c));
    --_queued: var(--batch-sync-queued, light-dark(#1d4bc4, #8fb0ff));
    --_queued-soft: var(--batch-sync-queued-soft, light-dark(#e9effd, #1b2747));
    --_partial: var(--batch-sync-partial, light-dark(#855300, #f0b554));
    --_partial-soft: var(--batch-sync-partial-soft, light-dark(#fdf3de, #36280f));
    --_pending: var(--batch-sync-pending, light-dark(#6433b4, #c1a1ff));
    --_pending-soft: var(--batch-sync-pending-soft, light-dark(#f1ebfb, #2b2144));
    --_neutral: var(--batch-sync-neutral, light-dark(#4b5565, #aab4c3));
    --_neutral-soft: var(--batch-sync-neutral-soft, light-dark(#eef0f3, #272d37));

    --_radius-control: var(--batch-sync-radius-control, 7px);
    --_radius-surface: var(--batch-sync-radius-surface, 10px);
    --_radius-dialog: var(--batch-sync-radius-dialog, 14px);
    --_shadow-dialog: var(--batch-sync-shadow-dialog, 0 20px 60px light-dark(rgb(16 24 40 / 24%), rgb(0 0 0 / 60%)));
    --_motion: var(--batch-sync-motion, 150ms);
    --_motion-progress: 400ms;
    --_motion-pulse: 1.2s;
    --_sticky-top: var(--batch-sync-sticky-top, 0px);
    --_row-block: var(--batch-sync-row-padding, 9px);
    --_control-block-size: var(--batch-sync-control-size, 34px);

    --_font: var(--batch-sync-font, inherit);
    --_font-mono: var(
      --batch-sync-font-mono,
      ui-monospace,
      'SFMono-Regular',
      Menlo,
      Consolas,
      'DejaVu Sans Mono',
      monospace
    );
    --_size-body: var(--batch-sync-font-size, clamp(13px, 0.875em, 14px));
    --_size-small: 0.857em;
    --_size-heading: 1.357em;
    --_size-figure: 1.571em;

    box-sizing: border-box;
    container-type: inline-size;
    contain-intrinsic-inline-size: 60em;
    color: var(--_text);
    font-family: var(--_font);
    font-size: var(--_size-body);
    font-style: normal;
    font-variant-numeric: tabular-nums;
    font-weight: 400;
    letter-spacing: normal;
    line-height: 1.45;
    text-align: start;
    text-transform: none;
    -webkit-text-size-adjust: 100%;
  }

  @media (prefers-reduced-motion: reduce) {
    .root {
      --_motion: 0s;
      --_motion-progress: 0s;
      --_motion-pulse: 0s;
    }
  }

  .root[data-density='compact'] {
    --_row-block: var(--batch-sync-row-padding, 4px);
    --_control-block-size: var(--batch-sync-control-size, 30px);
  }
`;
