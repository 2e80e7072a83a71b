import { css } from 'lit';

/** Cards side by side: outcomes by gateway and by external system, and what happened. */
export const detailAside = css`
  .aside {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
    gap: var(--_gap-large);
  }

  .aside:not(:has(> *)) {
    display: none;
  }

  .outcomes-skeleton {
    display: grid;
    gap: 20px;
    padding: var(--_padding);
  }

  .timeline {
    padding: 12px var(--_padding) 4px;
  }

  .event {
    display: flex;
    gap: 10px;
    position: relative;
    padding-block-end: 12px;
  }

  .event:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: 24px 2px;
    inset-inline-start: 10.5px;
    border-inline-start: var(--_border-width) solid var(--_border);
  }

  .event-icon {
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: 22px;
    block-size: 22px;
    border-radius: 50%;
    background: var(--_tone-soft, var(--_neutral-soft));
    color: var(--_tone, var(--_neutral));
    font-size: var(--_font-size-small);
  }

  .event-body {
    flex: 1 1 auto;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .event-body > div {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }

  .event-body > .event-remark {
    margin-block-start: 2px;
    padding-inline-start: 8px;
    border-inline-start: 2px solid var(--_border);
    -webkit-line-clamp: 4;
    line-clamp: 4;
  }

  @media (forced-colors: active) {
    .event-icon {
      border: 1px solid CanvasText;
    }
  }
`;
