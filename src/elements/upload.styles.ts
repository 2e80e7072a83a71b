import { css } from 'lit';
import type { CSSResultGroup } from 'lit';
import { base, controls, dialog, print, surfaces, tokens } from '../ui/styles/index.js';
import { uploadLists } from './upload-lists.styles.js';
import { uploadReview } from './upload-review.styles.js';

/** The sheet, and what a person does on it. */
const sheet = css`
  /* Its upper edge stays where it is, whatever the phase. */
  .upload {
    --_edge: clamp(24px, 6dvh, 56px);

    max-block-size: min(860px, 100dvh - 2 * var(--_edge));
    margin-block-start: var(--_edge);
  }

  .upload[open] {
    display: block;
  }

  .sheet {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    block-size: 100%;
    max-block-size: inherit;
  }

  :is(.sheet, .verdict, .under-way, .done, .heading):focus-visible {
    outline: none;
  }

  .inline {
    overflow: clip;
  }

  /* Drawn to be ready, not to be seen. */
  .stage {
    position: absolute;
    inset: 0;
    contain: strict;
    visibility: hidden;
  }

  .sheet-header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 10px 12px;
    align-items: start;
    grid-row: 1;
    padding: 18px 20px 14px;
    border-block-end: var(--_border-width) solid var(--_border);
  }

  .sheet-close {
    margin-block-start: -4px;
    margin-inline-end: -6px;
  }

  .sheet-body {
    display: grid;
    align-content: start;
    grid-auto-rows: max-content;
    grid-row: 2;
    gap: var(--_gap-large);
    padding: 18px 20px;
  }

  .dialog-footer {
    grid-row: 3;
    padding-block: 14px;
  }

  .dialog-footer:not(:has(*)) {
    display: none;
  }

  .sheet-status {
    flex: 1 1 12em;
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    gap: 4px 10px;
    color: var(--_text-muted);
    font-size: var(--_font-size-small);
  }

  .step {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }

  .step + .step::before {
    content: '';
    inline-size: 5px;
    block-size: 5px;
    margin-inline-end: 6px;
    border: solid currentcolor;
    border-width: 1.5px 1.5px 0 0;
    rotate: 45deg;
  }

  .step + .step:dir(rtl)::before {
    rotate: -135deg;
  }

  .step[aria-current] {
    color: var(--_text);
    font-weight: var(--_font-weight-strong);
  }

  .description-notes,
  .lead {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 16px;
  }

  .description-notes {
    margin-block-start: 6px;
  }

  .fault {
    display: block;
    color: var(--_failed);
  }

  .sample {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-weight: var(--_font-weight-medium);
  }

  .dropzone {
    display: grid;
    justify-items: center;
    gap: 6px;
    padding: 28px 16px 24px;
    border: 1.5px dashed var(--_border-strong);
    border-radius: var(--_radius-surface);
    background: var(--_surface-sunken);
    text-align: center;
    transition:
      background-color var(--_motion) ease-out,
      border-color var(--_motion) ease-out;
  }

  .dropzone .button {
    margin-block: 4px 6px;
  }

  .dropzone-icon {
    display: grid;
    color: var(--_text-muted);
    font-size: 22px;
  }

  .dropzone-text {
    font-weight: var(--_font-weight-medium);
  }

  .dropzone-accept {
    border-color: var(--_accent);
    background: var(--_surface-selected);
  }

  .dropzone-reject {
    border-color: var(--_failed);
    background: var(--_failed-soft);
  }

  .dropzone-waiting {
    gap: var(--_gap);
    padding-block: 64px;
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

  .under-way {
    display: grid;
    gap: var(--_gap-large);
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

  @container (inline-size < 560px) {
    .file-name {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      line-clamp: 2;
      overflow-wrap: anywhere;
      white-space: normal;
    }

    .inline .dialog-footer > .button {
      flex: 1 1 auto;
    }

    .inline .sheet-status {
      flex-basis: 100%;
    }

    .inline :is(.sheet-header, .sheet-body, .dialog-footer) {
      padding-inline: 16px;
    }
  }

  @container (inline-size < 360px) {
    .file-card {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .file-kind {
      display: none;
    }
  }

  @media (width <= 560px) {
    .upload {
      --_edge: 0px;
    }

    .upload .dialog-footer > .button {
      flex: 1 1 auto;
    }

    .upload .sheet-status {
      flex-basis: 100%;
    }

    .upload :is(.sheet-header, .sheet-body, .dialog-footer) {
      padding-inline: 16px;
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

    .dropzone-accept {
      border-color: Highlight;
    }

    .done-icon {
      border: 1px solid CanvasText;
    }
  }
`;

export const uploadStyles: CSSResultGroup = [
  tokens,
  base,
  controls,
  surfaces,
  dialog,
  sheet,
  uploadLists,
  ...uploadReview,
  print,
];
