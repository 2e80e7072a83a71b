import { css } from 'lit';

// Made by `npm run themes` from src/themes/tokens.ts.

/** Public custom properties, each read once into a private one that holds the fallback. */
export const fallbacks = css`
  .root {
    --_color-scheme: var(--batch-sync-color-scheme, inherit);
    --_surface: var(--batch-sync-surface, light-dark(#ffffff, #1b1f27));
    --_surface-raised: var(--batch-sync-surface-raised, light-dark(#ffffff, #20252e));
    --_surface-sunken: var(--batch-sync-surface-sunken, light-dark(#f5f7f9, #12161c));
    --_surface-hover: var(--batch-sync-surface-hover, light-dark(#f8fafc, #222731));
    --_surface-selected: var(--batch-sync-surface-selected, light-dark(#eef3fe, #1e2a47));
    --_backdrop: var(--batch-sync-backdrop, light-dark(#0a0e1673, #0408109e));
    --_text: var(--batch-sync-text, light-dark(#16191f, #e8ebf0));
    --_text-muted: var(--batch-sync-text-muted, light-dark(#566070, #9aa5b5));
    --_border: var(--batch-sync-border, light-dark(#e1e5ea, #2d333e));
    --_border-strong: var(--batch-sync-border-strong, light-dark(#7d8694, #6d7889));
    --_accent: var(--batch-sync-accent, light-dark(#2354d8, #86a6ff));
    --_accent-hover: var(--batch-sync-accent-hover, light-dark(#1a45b8, #a3bcff));
    --_on-accent: var(--batch-sync-on-accent, light-dark(#ffffff, #0d1320));
    --_focus: var(--batch-sync-focus, light-dark(#2354d8, #a3bcff));
    --_tooltip: var(--batch-sync-tooltip, light-dark(#16191f, #e8ebf0));
    --_on-tooltip: var(--batch-sync-on-tooltip, light-dark(#ffffff, #12161c));
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
    --_font-size: var(--batch-sync-font-size, clamp(13px, 0.875em, 18px));
    --_font-size-small: var(--batch-sync-font-size-small, 0.857em);
    --_font-size-heading: var(--batch-sync-font-size-heading, 1.357em);
    --_font-size-figure: var(--batch-sync-font-size-figure, 1.571em);
    --_font-weight-medium: var(--batch-sync-font-weight-medium, 600);
    --_font-weight-strong: var(--batch-sync-font-weight-strong, 650);
    --_line-height: var(--batch-sync-line-height, 1.45);
    --_gap-small: var(--batch-sync-gap-small, 8px);
    --_gap: var(--batch-sync-gap, 12px);
    --_gap-large: var(--batch-sync-gap-large, 16px);
    --_padding: var(--batch-sync-padding, 16px);
    --_radius-control: var(--batch-sync-radius-control, 7px);
    --_radius-surface: var(--batch-sync-radius-surface, 10px);
    --_radius-dialog: var(--batch-sync-radius-dialog, 14px);
    --_radius-badge: var(--batch-sync-radius-badge, 999px);
    --_border-width: var(--batch-sync-border-width, 1px);
    --_focus-width: var(--batch-sync-focus-width, 2px);
    --_shadow-dialog: var(--batch-sync-shadow-dialog, 0 20px 60px 0 light-dark(#1018283d, #00000099));
    --_shadow-popover: var(--batch-sync-shadow-popover, 0 8px 28px 0 light-dark(#10182829, #00000080));
    --_motion: var(--batch-sync-motion, 150ms);
    --_row-size: var(--batch-sync-row-size, 57px);
    --_row-padding: var(--batch-sync-row-padding, 9px);
    --_cell-padding: var(--batch-sync-cell-padding, 10px);
    --_control-size: var(--batch-sync-control-size, 34px);
    --_sticky-top: var(--batch-sync-sticky-top, 0px);
  }

  .root[data-density='compact'] {
    --_padding: var(--batch-sync-padding, 12px);
    --_row-size: var(--batch-sync-row-size, 44px);
    --_row-padding: var(--batch-sync-row-padding, 4px);
    --_cell-padding: var(--batch-sync-cell-padding, 8px);
    --_control-size: var(--batch-sync-control-size, 30px);
  }

  @media (prefers-contrast: more) {
    .root {
      --_surface: var(--batch-sync-surface, light-dark(#ffffff, #000000));
      --_surface-raised: var(--batch-sync-surface-raised, light-dark(#ffffff, #0a0d12));
      --_surface-sunken: var(--batch-sync-surface-sunken, light-dark(#f0f2f5, #14181f));
      --_surface-hover: var(--batch-sync-surface-hover, light-dark(#e8ecf2, #1f2530));
      --_surface-selected: var(--batch-sync-surface-selected, light-dark(#dfe8ff, #152145));
      --_backdrop: var(--batch-sync-backdrop, light-dark(#000000a6, #000000cc));
      --_text: var(--batch-sync-text, light-dark(#000000, #ffffff));
      --_text-muted: var(--batch-sync-text-muted, light-dark(#2b3340, #d5dce6));
      --_border: var(--batch-sync-border, light-dark(#5c6675, #8f9aab));
      --_border-strong: var(--batch-sync-border-strong, light-dark(#1b1f27, #e8ebf0));
      --_accent: var(--batch-sync-accent, light-dark(#0b37a6, #b3c7ff));
      --_accent-hover: var(--batch-sync-accent-hover, light-dark(#06246f, #dbe5ff));
      --_on-accent: var(--batch-sync-on-accent, light-dark(#ffffff, #000000));
      --_focus: var(--batch-sync-focus, light-dark(#000000, #ffffff));
      --_tooltip: var(--batch-sync-tooltip, light-dark(#000000, #ffffff));
      --_on-tooltip: var(--batch-sync-on-tooltip, light-dark(#ffffff, #000000));
      --_accepted: var(--batch-sync-accepted, light-dark(#00492a, #8af0bc));
      --_accepted-soft: var(--batch-sync-accepted-soft, light-dark(#e5f5ec, #06220f));
      --_accepted-fill: var(--batch-sync-accepted-fill, light-dark(#005c33, #5fe3a1));
      --_failed: var(--batch-sync-failed, light-dark(#7d0000, #ffbdb7));
      --_failed-soft: var(--batch-sync-failed-soft, light-dark(#fdebea, #2b0b0b));
      --_failed-fill: var(--batch-sync-failed-fill, light-dark(#96110b, #ff9188));
      --_queued: var(--batch-sync-queued, light-dark(#0b2f8a, #bfd2ff));
      --_queued-soft: var(--batch-sync-queued-soft, light-dark(#e9effd, #0c1738));
      --_partial: var(--batch-sync-partial, light-dark(#5c3900, #ffd68f));
      --_partial-soft: var(--batch-sync-partial-soft, light-dark(#fdf3de, #261a05));
      --_pending: var(--batch-sync-pending, light-dark(#451c87, #dccaff));
      --_pending-soft: var(--batch-sync-pending-soft, light-dark(#f1ebfb, #1c1333));
      --_neutral: var(--batch-sync-neutral, light-dark(#2b3340, #d5dce6));
      --_neutral-soft: var(--batch-sync-neutral-soft, light-dark(#eef0f3, #171c24));
      --_focus-width: var(--batch-sync-focus-width, 3px);
    }
  }
`;
