import { css } from 'lit';
import { figures } from '../ui/styles/index.js';
import { uploadIssues } from './upload-issues.styles.js';
import { uploadReview } from './upload-review.styles.js';

/** The file, and what becomes of it. */
const work = css`
  /* Drawn to be ready, not to be seen. */
  .stage {
    position: absolute;
    inset: 0;
    contain: strict;
    visibility: hidden;
  }

  .file-card {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 10px 12px;
    align-items: center;
    padding: 12px var(--_padding);
  }

  .file-kind {
    display: grid;
    place-items: center;
    inline-size: 34px;
    block-size: 34px;
    border-radius: var(--_radius-control);
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    font-size: 11px;
    font-weight: var(--_font-weight-strong);
  }

  .file-name {
    display: block;
    overflow: hidden;
    font-weight: var(--_font-weight-strong);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .file-progress {
    grid-column: 1 / -1;
  }

  .bar {
    display: block;
    appearance: none;
    overflow: hidden;
    inline-size: 100%;
    block-size: 6px;
    border: 0;
    border-radius: var(--_radius-badge);
    background: var(--_border);
  }

  .bar::-webkit-progress-bar {
    background: transparent;
  }

  .bar::-webkit-progress-value {
    border-radius: var(--_radius-badge);
    background: var(--_accent);
    transition: inline-size var(--_motion) ease-out;
  }

  .bar::-moz-progress-bar {
    background: var(--_accent);
  }

  /* A band that breathes: something goes on, and nobody knows how far it is. */
  .bar:indeterminate {
    background: var(--_accent);
    animation: skeleton var(--_motion-pulse) ease-in-out infinite alternate;
  }

  .bar:indeterminate::-moz-progress-bar {
    background: transparent;
  }

  .choices {
    display: grid;
    gap: var(--_gap-large);
  }

  .described {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: var(--_gap);
  }

  .described-text {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .described .button {
    flex: none;
  }

  .check {
    display: flex;
    align-items: start;
    gap: var(--_gap-small);
    margin-block-start: 8px;
    cursor: pointer;
  }

  .check-box {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 1px 0 0;
    accent-color: var(--_accent);
    cursor: inherit;
  }

  .switch-text,
  .switch-hint {
    display: block;
  }

  .switch-text {
    font-weight: var(--_font-weight-strong);
  }

  .done {
    display: grid;
    justify-items: center;
    gap: 6px;
    padding: 20px 0 12px;
    text-align: center;
  }

  .done-icon {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    margin-block-end: 6px;
    border-radius: 50%;
    background: var(--_accepted-soft);
    color: var(--_accepted);
    font-size: 22px;
  }

  .done-pending {
    background: var(--_pending-soft);
    color: var(--_pending);
  }

  .done-heading {
    font-size: var(--_font-size-heading);
    font-weight: var(--_font-weight-strong);
  }

  .done-text {
    overflow-wrap: anywhere;
  }

  .done-facts {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 32px;
    margin-block-start: 14px;
    padding: 12px 18px;
    text-align: start;
  }

  .done-facts > div {
    display: grid;
    grid-template-rows: auto 1fr;
    gap: 2px;
    align-items: center;
  }

  .done-id {
    display: flex;
    align-items: center;
    gap: 2px;
  }

  .done-id .id {
    font-size: 1em;
    font-weight: var(--_font-weight-medium);
    user-select: all;
  }

  @container (inline-size < 40em) {
    .file-name {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      line-clamp: 2;
      overflow-wrap: anywhere;
      white-space: normal;
    }
  }

  @container (inline-size < 25.71em) {
    .file-card {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .file-kind {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .bar {
      border: 1px solid CanvasText;
    }

    .bar::-webkit-progress-value,
    .bar:indeterminate {
      forced-color-adjust: none;
      background: Highlight;
    }

    .done-icon {
      border: 1px solid CanvasText;
    }
  }
`;

export const deskStyles = [figures, work, uploadIssues, ...uploadReview];
