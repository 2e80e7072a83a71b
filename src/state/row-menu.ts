import type { ReactiveController } from 'lit';
import type { Batch } from '../core/batch.js';
import { toProblem } from '../core/problem.js';
import type { Problem } from '../core/problem.js';
import type { BatchRowAction } from '../core/row-action.js';
import { cellIcons } from '../core/table-columns.js';
import type { ControllerHost } from './loader.js';
import { safeHref } from './resolve.js';

export interface RowMenuOptions {
  /** What the host gave; asked whenever a row or its menu is drawn. */
  readonly actions: () => unknown;
  /** The newest snapshot of a batch on screen. */
  readonly find: (id: string) => Batch | undefined;
  /** The host's function threw. */
  readonly broken: () => void;
  /** Asks whether an action may be done. */
  readonly agree: (action: BatchRowAction, batch: Batch) => boolean;
  readonly failed: (failure: RowActionFailure) => void;
}

/** An action that threw, or whose promise was rejected. */
export interface RowActionFailure {
  readonly batch: Batch;
  readonly action: BatchRowAction;
  readonly problem: Problem;
}

/** What a host adds to the rows: which actions, which are under way, and what became of them. */
export class RowMenu implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: RowMenuOptions;
  readonly #running = new Set<string>();
  readonly #failures = new Map<string, RowActionFailure>();
  /** A function that throws does so for every row: told once. */
  #told: unknown = null;
  #openFor: string | null = null;

  constructor(host: ControllerHost, options: RowMenuOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The batch whose menu is open; `null` for none, or when its row went away. */
  get batch(): Batch | null {
    return this.#openFor === null ? null : (this.#options.find(this.#openFor) ?? null);
  }

  get failures(): readonly RowActionFailure[] {
    return [...this.#failures.values()];
  }

  /** The entries of a row's menu, without what cannot be drawn. */
  entries(batch: Batch): readonly BatchRowAction[] {
    const actions = this.#options.actions();
    if (typeof actions !== 'function') return [];
    try {
      const given: unknown = actions(batch);
      return Array.isArray(given) ? unique(given.flatMap(entryFrom)) : [];
    } catch {
      if (this.#told !== actions) this.#options.broken();
      this.#told = actions;
      return [];
    }
  }

  isRunning(batch: Batch, name: string): boolean {
    return this.#running.has(keyOf(batch, name));
  }

  open(id: string): void {
    this.#openFor = id;
    this.#host.requestUpdate();
  }

  close(): void {
    if (this.#openFor === null) return;
    this.#openFor = null;
    this.#host.requestUpdate();
  }

  /** Asks, then does. Answers whether a link may be followed. */
  run(batch: Batch, action: BatchRowAction): boolean {
    if (this.isRunning(batch, action.name)) return false;
    if (!this.#options.agree(action, batch)) return false;
    if (action.run) void this.#run(batch, action, action.run);
    return true;
  }

  dismiss({ batch, action }: RowActionFailure): void {
    this.#failures.delete(keyOf(batch, action.name));
    this.#host.requestUpdate();
  }

  /** Drops what is shown; what a host began is its own. */
  forget(): void {
    this.#openFor = null;
    this.#failures.clear();
    this.#running.clear();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#openFor = null;
    });
  }

  async #run(batch: Batch, action: BatchRowAction, run: NonNullable<BatchRowAction['run']>): Promise<void> {
    const key = keyOf(batch, action.name);
    this.#running.add(key);
    this.#failures.delete(key);
    this.#host.requestUpdate();
    try {
      await run(batch);
    } catch (error) {
      // Logged out in the meantime: nobody waits for it any more.
      if (this.#running.has(key)) this.#fail(key, { batch, action, problem: toProblem(error) });
    } finally {
      this.#running.delete(key);
      this.#host.requestUpdate();
    }
  }

  #fail(key: string, failure: RowActionFailure): void {
    this.#failures.set(key, failure);
    this.#options.failed(failure);
  }
}

function keyOf({ id }: Batch, name: string): string {
  return JSON.stringify([id, name]);
}

/** A link that is none would be an entry that does nothing. */
function entryFrom(given: unknown): BatchRowAction[] {
  if (typeof given !== 'object' || given === null) return [];
  const action = given as BatchRowAction;
  if (typeof action.name !== 'string' || action.name === '' || action.label == null) return [];
  const href = action.href == null ? null : safeHref(String(action.href));
  if (action.href != null && href === null) return [];
  const icon = cellIcons.find(name => name === action.icon) ?? null;
  const disabled = typeof action.disabled === 'string' ? action.disabled : action.disabled === true;
  const destructive = action.destructive === true;
  const { name, label, run } = action;
  return [{ name, label, href, icon, destructive, disabled, ...(typeof run === 'function' && { run }) }];
}

function unique(actions: readonly BatchRowAction[]): BatchRowAction[] {
  const names = new Set<string>();
  return actions.filter(({ name }) => !names.has(name) && names.add(name));
}
