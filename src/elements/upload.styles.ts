import { css } from 'lit';
import type { CSSResultGroup } from 'lit';
import { base, controls, dialog, print, surfaces, tokens } from '../ui/styles/index.js';
import { uploadTables } from './upload-tables.styles.js';

/** The sheet, and what a person does on it before there is a file. */
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
    max-block-size: inherit;
  }

  :is(.sheet, .verdict, .under-way, .done, .heading):focus-visible {
    outline: none;
  }

  .inline {
    overflow: clip;
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

  .under-way {
    display: grid;
    gap: var(--_gap-large);
  }

  @container (inline-size < 40em) {
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

  @media (width <= 560px) {
    .upload {
      --_edge: 0px;
    }

    /* Here alone: of a dialog that is as high as its content, all is nothing in WebKit. */
    .upload .sheet {
      block-size: 100%;
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
    .dropzone-accept {
      border-color: Highlight;
    }
  }
`;

export const uploadStyles: CSSResultGroup = [tokens, base, controls, surfaces, dialog, sheet, uploadTables, print];
