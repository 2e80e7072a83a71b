import type { SharedConfig } from '../adapter/context.js';

/** How long what a person chose is kept: not beyond the page, as long as the tab, or until it is cleared. */
export type Keeping = NonNullable<SharedConfig['preferences']>;

/** Every key of ours in a page's storage begins with it. */
const prefix = 'batch-sync/';

/** What a person chose before, `null` where nothing is kept. A page may refuse its storage: then nothing is. */
export function readPreference(keeping: Keeping, name: string): string | null {
  try {
    return storageOf(keeping)?.getItem(prefix + name) ?? null;
  } catch {
    return null;
  }
}

/** Keeps a choice for as long as the host allows; `null` forgets it. */
export function writePreference(keeping: Keeping, name: string, value: string | null): void {
  try {
    if (value === null) storageOf(keeping)?.removeItem(prefix + name);
    else storageOf(keeping)?.setItem(prefix + name, value);
  } catch {
    // Full or refused: the choice lives as long as the page.
  }
}

function storageOf(keeping: Keeping): Storage | null {
  if (keeping === 'local') return localStorage;
  return keeping === 'session' ? sessionStorage : null;
}
