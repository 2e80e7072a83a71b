import { css } from 'lit';

/** Buttons, fields, chips and the switch. */
export const controls = css`
  .button,
  .field,
  .select {
    min-block-size: var(--_control-size);
    margin: 0;
    border: var(--_border-width) solid var(--_border-strong);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    transition:
      background-color var(--_motion) ease-out,
      border-color var(--_motion) ease-out;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    padding: 4px 12px;
    font-weight: var(--_font-weight-medium);
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    user-select: none;
  }

  .button:hover {
    background: var(--_surface-hover);
  }

  .button-primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .button-primary:hover {
    border-color: var(--_accent-hover);
    background: var(--_accent-hover);
  }

  .button-danger {
    border-color: var(--_failed);
    color: var(--_failed);
  }

  .button-quiet {
    border-color: transparent;
    background: transparent;
    color: var(--_accent);
  }

  .button-quiet:hover {
    background: var(--_surface-hover);
  }

  .button-neutral {
    color: inherit;
  }

  .button-icon {
    inline-size: var(--_control-size);
    padding: 0;
  }

  .link {
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    letter-spacing: inherit;
    text-align: start;
    text-decoration: none;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .link:hover {
    text-decoration: underline;
  }

  .button[aria-disabled='true'] {
    border-color: var(--_border);
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    cursor: not-allowed;
  }

  .button-quiet[aria-disabled='true'] {
    border-color: transparent;
    background: transparent;
  }

  .button[aria-busy='true'] {
    position: relative;
    cursor: progress;
  }

  /* What takes a while says so: a steady line where nothing may move, and a border, which keeps its colour where colours
     are forced. */
  .button[aria-busy='true']::before {
    content: '';
    position: absolute;
    inset-block-end: 0;
    inset-inline: 6px;
    border-block-end: 2px solid;
    opacity: 0;
    animation:
      shown 1ms 300ms forwards,
      busy var(--_motion-pulse) ease-in-out 300ms infinite alternate;
  }

  @keyframes shown {
    to {
      opacity: 0.9;
    }
  }

  @keyframes busy {
    from {
      opacity: 0.15;
    }

    to {
      opacity: 0.9;
    }
  }

  .field {
    inline-size: 100%;
    padding: 4px 10px;
    font-weight: 400;
  }

  /* Round ends are for one line of text. */
  textarea.field {
    padding-block: 8px;
    border-radius: min(0.75em, var(--_radius-control));
    resize: vertical;
  }

  .field::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }

  .field[aria-invalid='true'] {
    border-color: var(--_failed);
    background: var(--_failed-soft);
  }

  .select {
    padding: 4px 8px;
    cursor: pointer;
  }

  .label {
    display: block;
    margin-block-end: 4px;
    font-weight: var(--_font-weight-medium);
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 28px;
    padding: 2px 10px;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-badge);
    background: var(--_surface);
    color: var(--_text-muted);
    font: inherit;
    font-size: var(--_font-size-small);
    cursor: pointer;
  }

  .chip:hover {
    background: var(--_surface-hover);
  }

  .chip[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_surface-selected);
    color: var(--_accent);
    font-weight: var(--_font-weight-medium);
  }

  .switch {
    display: flex;
    align-items: start;
    gap: 10px;
    inline-size: fit-content;
    cursor: pointer;
  }

  .switch-input {
    appearance: none;
    position: relative;
    flex: none;
    inline-size: 34px;
    block-size: 20px;
    margin: 1px 0 0;
    border-radius: var(--_radius-badge);
    background: var(--_border-strong);
    cursor: inherit;
    transition: background-color var(--_motion) ease-out;
  }

  .switch-input::before {
    content: '';
    position: absolute;
    inset-block-start: 2px;
    inset-inline-start: 2px;
    inline-size: 16px;
    block-size: 16px;
    border-radius: 50%;
    background: var(--_surface-raised);
    transition: translate var(--_motion) ease-out;
  }

  .switch-input:checked {
    background: var(--_accent);
  }

  .switch-input:checked::before {
    background: var(--_on-accent);
    translate: 14px 0;
  }

  .switch-input:checked:dir(rtl)::before {
    translate: -14px 0;
  }

  .switch-input:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }

  @media (forced-colors: active) {
    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }

    .link {
      color: LinkText;
    }

    .switch-input {
      border: 1px solid ButtonText;
      forced-color-adjust: none;
      background: Canvas;
    }

    .switch-input::before {
      background: ButtonText;
    }

    .switch-input:checked {
      background: Highlight;
    }

    .switch-input:checked::before {
      background: HighlightText;
    }

    .chip[aria-pressed='true'] {
      border-color: Highlight;
      outline: 1px solid Highlight;
    }
  }
`;
