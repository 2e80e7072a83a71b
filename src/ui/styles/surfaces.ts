import { css } from 'lit';

/** Cards, tables, notices, badges, progress, skeletons, empty states. */
export const surfaces = css`
  .card,
  .table-frame {
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-surface);
    background: var(--_surface);
  }

  .table-frame {
    overflow: clip;
  }

  .table-scroll {
    overflow-x: auto;
  }

  .table {
    inline-size: 100%;
    border-collapse: collapse;
    text-align: start;
  }

  .table th,
  .table td {
    padding: var(--_row-padding) 12px;
    text-align: start;
    vertical-align: middle;
  }

  .table thead th {
    block-size: 36px;
    padding-block: 4px;
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    font-size: var(--_font-size-small);
    font-weight: var(--_font-weight-strong);
    white-space: nowrap;
  }

  .table tbody tr {
    border-block-start: var(--_border-width) solid var(--_border);
    transition: background-color var(--_motion) ease-out;
  }

  .table tbody tr:hover {
    background: var(--_surface-hover);
  }

  .table .number {
    text-align: end;
  }

  /* Before the tones, which have the same weight. */
  .badge,
  .notice {
    --_tone: var(--_neutral);
    --_tone-soft: var(--_neutral-soft);
  }

  .tone-accepted {
    --_tone: var(--_accepted);
    --_tone-soft: var(--_accepted-soft);
  }

  .tone-failed {
    --_tone: var(--_failed);
    --_tone-soft: var(--_failed-soft);
  }

  .tone-queued {
    --_tone: var(--_queued);
    --_tone-soft: var(--_queued-soft);
  }

  .tone-partial {
    --_tone: var(--_partial);
    --_tone-soft: var(--_partial-soft);
  }

  .tone-pending {
    --_tone: var(--_pending);
    --_tone-soft: var(--_pending-soft);
  }

  .tone-neutral {
    --_tone: var(--_neutral);
    --_tone-soft: var(--_neutral-soft);
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 8px 10px;
    padding: 12px var(--_padding);
    border: var(--_border-width) solid color-mix(in srgb, var(--_tone) 45%, transparent);
    border-radius: var(--_radius-surface);
    background: var(--_tone-soft);
  }

  .notice > .icon {
    color: var(--_tone);
    translate: 0 0.15em;
  }

  .notice-body {
    flex: 1 1 min(16em, 100% - 2.5em);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .notice-heading {
    color: var(--_tone);
    font-weight: var(--_font-weight-strong);
  }

  .notice-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_gap-small);
  }

  .empty {
    display: grid;
    justify-items: center;
    gap: var(--_gap-small);
    padding: 48px 24px;
    text-align: center;
  }

  .empty > .icon {
    inline-size: 28px;
    block-size: 28px;
    stroke-width: 1.2;
    color: var(--_text-muted);
  }

  .empty-heading {
    font-size: 1.071em;
    font-weight: var(--_font-weight-strong);
  }

  .empty-body {
    max-inline-size: 34em;
    color: var(--_text-muted);
    overflow-wrap: anywhere;
  }

  .empty-actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--_gap-small);
    margin-block-start: 8px;
  }

  .skeleton {
    display: inline-block;
    inline-size: 100%;
    max-inline-size: 10em;
    block-size: 0.8em;
    border-radius: min(4px, var(--_radius-control));
    background: var(--_border);
    animation: skeleton var(--_motion-pulse) ease-in-out infinite alternate;
  }

  @keyframes skeleton {
    to {
      opacity: 0.5;
    }
  }

  @media (forced-colors: active) {
    .badge,
    .notice,
    .progress {
      border: 1px solid CanvasText;
    }
  }
`;
