import type { BatchSyncContext, Role, RoleHandle } from '../adapter/context.js';
import type { TaskQuery } from '../core/view.js';

/** What `open` does with the table: `none` leaves everything to the host. */
export type Navigation = 'replace' | 'beside' | 'none';

/** Where a person was before a batch was opened. */
interface Place {
  readonly scrolled: readonly { readonly element: Element; readonly top: number }[];
}

/** Carries a person between what joined a provider: table, upload, detail and back. */
export class Journey {
  readonly #navigation: () => Navigation;
  readonly #joined = new Map<RoleHandle, Role>();
  /** The tables that are hidden by us: one that the host hid stays hidden. */
  readonly #hidden = new Set<HTMLElement>();
  #shown: string | null = null;
  #left: Place | null = null;

  constructor(navigation: () => Navigation) {
    this.#navigation = navigation;
  }

  readonly join: BatchSyncContext['join'] = (role, handle) => {
    this.#joined.set(handle, role);
    this.arrange();
    return () => {
      this.#joined.delete(handle);
      if (this.#hidden.delete(handle.element)) handle.element.hidden = false;
      if (role === 'detail' && this.#last('detail') === undefined) this.#shown = null;
      this.arrange();
    };
  };

  readonly showing = (id: string | null): void => {
    this.#shown = id;
    this.arrange();
  };

  readonly actions: BatchSyncContext['actions'] = {
    create: () => void contain(() => this.#last('upload')?.show?.()),
    open: (id, tasks) => {
      if (this.#navigation() === 'none' || !this.#last('detail')?.open) return false;
      void this.#open(id, tasks);
      return true;
    },
    back: () => {
      if (this.#navigation() === 'none') return false;
      void this.#back();
      return true;
    },
    submitted: () => void this.#each('table', table => table.refresh?.()),
  };

  /** Hides the tables behind an open batch, or shows them again. */
  arrange(): void {
    const replaced = this.#navigation() === 'replace' && this.#shown !== null && this.#last('detail') !== undefined;
    for (const { element } of this.#all('table')) {
      if (replaced && !element.hidden) {
        element.hidden = true;
        this.#hidden.add(element);
      } else if (!replaced && this.#hidden.delete(element)) {
        element.hidden = false;
      }
    }
  }

  async refresh(): Promise<void> {
    await Promise.all([...this.#joined.keys()].map(handle => contain(() => handle.refresh?.())));
  }

  /** Gives up and drops everything, in every widget. */
  forget(): void {
    for (const handle of [...this.#joined.keys()]) {
      void contain(() => handle.open?.(null));
      void contain(() => handle.forget?.());
    }
    this.#left = null;
    this.showing(null);
  }

  async #open(id: string, tasks?: Partial<TaskQuery>): Promise<void> {
    const detail = this.#last('detail');
    if (!detail) return;
    if (this.#shown === null) this.#left = placeOf(this.#last('table')?.element);
    await contain(() => detail.open?.(id, tasks));
    this.showing(id);
    await updated(detail.element);
    if (this.#shown === id) await contain(() => detail.focus?.());
  }

  async #back(): Promise<void> {
    const id = this.#shown;
    await contain(() => this.#last('detail')?.open?.(null));
    this.showing(null);
    const table = this.#last('table');
    if (!table) return;
    await updated(table.element);
    if (this.#shown !== null) return;
    for (const { element, top } of this.#left?.scrolled ?? []) element.scrollTo({ top, behavior: 'instant' });
    this.#left = null;
    await contain(() => table.focus?.(id ?? undefined));
  }

  async #each(role: Role, act: (handle: RoleHandle) => unknown): Promise<void> {
    await Promise.all(this.#all(role).map(handle => contain(() => act(handle))));
  }

  #all(role: Role): RoleHandle[] {
    return [...this.#joined].filter(([, joined]) => joined === role).map(([handle]) => handle);
  }

  #last(role: Role): RoleHandle | undefined {
    return this.#all(role).at(-1);
  }
}

/** A widget of another copy may fail; the others are carried on. */
async function contain(act: () => unknown): Promise<void> {
  try {
    await act();
  } catch {
    // Its own state says what went wrong.
  }
}

async function updated(element: HTMLElement): Promise<void> {
  await contain(() => (element as HTMLElement & { updateComplete?: Promise<unknown> }).updateComplete);
}

/** How far everything around an element is scrolled, the page included. */
function placeOf(element: HTMLElement | undefined): Place {
  const scrolled: { element: Element; top: number }[] = [];
  let node: Node | null = element ?? null;
  while (node !== null) {
    if (node instanceof Element && node.scrollTop > 0) scrolled.push({ element: node, top: node.scrollTop });
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return { scrolled };
}
