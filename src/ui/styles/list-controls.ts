import { css } from 'lit';

/** What stands above and beneath a list: the search field and the pager. */
export const listControls = css`
  .search {
    position: relative;
    display: flex;
    flex: 0 1 320px;
    align-items: center;
    gap: 2px;
    min-inline-size: 0;
    min-block-size: var(--_control-size);
    padding-inline: 10px 4px;
    border: var(--_border-width) solid var(--_border-strong);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    cursor: text;
  }

  .search > .icon {
    color: var(--_text-muted);
  }

  .search:focus-within:has(.search-input:focus-visible) {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 1px;
  }

  .search-input {
    flex: 1 1 auto;
    min-inline-size: 0;
    align-self: stretch;
    margin: 0;
    padding: 0 6px;
    border: 0;
    outline: 0;
    appearance: none;
    background: transparent;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }

  .search-input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }

  .search-input::-webkit-search-cancel-button {
    display: none;
  }

  .match-case,
  .search-clear {
    display: inline-grid;
    flex: none;
    place-items: center;
    min-inline-size: 26px;
    block-size: 24px;
    margin: 0;
    padding: 0 4px;
    border: 0;
    border-radius: min(5px, var(--_radius-control));
    background: transparent;
    color: var(--_text-muted);
    font: inherit;
    font-size: var(--_font-size-small);
    font-weight: var(--_font-weight-strong);
    cursor: pointer;
  }

  .match-case:hover,
  .search-clear:hover {
    background: var(--_surface-hover);
    color: var(--_text);
  }

  .pager {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_gap-small);
    padding: 10px var(--_padding);
    border-block-start: var(--_border-width) solid var(--_border);
  }

  .pager-range {
    margin-inline-end: auto;
  }

  @container (inline-size < 25.71em) {
    .pager-range {
      flex: 1 1 100%;
    }

    .pager-size {
      flex: 1 1 auto;
    }
  }
`;
