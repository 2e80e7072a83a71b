import type { LinkTarget } from '../../src/index.js';

const list = '/batch/batch-sync';

/** The batch that the page's address names, `null` for the list. */
export function batchInAddress(): string | null {
  const [, id] = /^\/batch\/batch-sync\/([^/]+)\/?$/.exec(location.pathname) ?? [];
  return id === undefined ? null : decodeURIComponent(id);
}

export function addressOf(target: LinkTarget): string {
  return target.kind === 'batch' ? `${list}/${encodeURIComponent(target.id)}` : list;
}

/** Keeps the address in step with what is shown, both ways. */
export function route(module: HTMLElement, show: (id: string | null) => void): void {
  const go = (address: string) => {
    if (location.pathname !== address) history.pushState(null, '', address);
  };
  module.addEventListener('batch-sync-open', ({ detail }) => go(addressOf({ kind: 'batch', id: detail.id })));
  module.addEventListener('batch-sync-back', () => go(list));
  addEventListener('popstate', () => show(batchInAddress()));
  if (!location.pathname.startsWith(list)) history.replaceState(null, '', list);
  show(batchInAddress());
}
