import type {
  BatchSyncContext,
  LiveConnection,
  LiveListener,
  LiveStatus,
  Role,
  RoleHandle,
} from '../adapter/context.js';
import type { CapabilitiesStore } from './capabilities.js';

/** What an element takes part in, as far as what is settled allows. */
export interface Participation {
  readonly context: BatchSyncContext | null;
  /** A detail's batch. */
  readonly batchId: string | null;
  /** Something is shown and may be asked for. */
  readonly asks: boolean;
  /** The store of an adapter of the element's own, `null` where the provider asks. */
  readonly store: CapabilitiesStore | null;
  readonly live: LiveConnection | null;
}

export interface MembershipTies {
  rightsChanged(): void;
  statusChanged(): void;
}

/** What is held while it lasts, and how to let it go. */
interface Held {
  readonly of: unknown;
  readonly leave: () => void;
}

const off: LiveStatus = { state: 'off', since: null };

/** An element's ties to a provider, to rights and to the live connection: each is made and left once. */
export class Membership {
  readonly #role: Role;
  readonly #handle: RoleHandle;
  readonly #listener: Omit<LiveListener, 'status'> | undefined;
  readonly #ties: MembershipTies;
  #joined: Held | null = null;
  #needed: Held | null = null;
  #listening: Held | null = null;
  #shown: string | null = null;
  #liveStatus: LiveStatus = off;

  constructor(
    role: Role,
    handle: RoleHandle,
    listener: Omit<LiveListener, 'status'> | undefined,
    ties: MembershipTies,
  ) {
    this.#role = role;
    this.#handle = handle;
    this.#listener = listener;
    this.#ties = ties;
  }

  get liveStatus(): LiveStatus {
    return this.#liveStatus;
  }

  sync(part: Participation): void {
    this.#syncJoin(part.context);
    this.#syncShown(part);
    this.#syncNeed(part);
    this.#syncLive(part.asks ? part.live : null);
  }

  release(): void {
    for (const held of [this.#joined, this.#needed, this.#listening]) held?.leave();
    this.#joined = this.#needed = this.#listening = null;
    this.#shown = null;
    this.#liveStatus = off;
  }

  #syncJoin(context: BatchSyncContext | null): void {
    const join = context?.join ?? null;
    if ((this.#joined?.of ?? null) === join) return;
    this.#joined?.leave();
    this.#shown = null;
    this.#joined = join && { of: join, leave: join(this.#role, this.#handle) };
  }

  #syncShown({ context, batchId }: Participation): void {
    if (this.#role !== 'detail' || this.#shown === batchId) return;
    this.#shown = batchId;
    context?.showing?.(batchId);
  }

  #syncNeed({ context, asks, store }: Participation): void {
    const need = context?.needCapabilities ?? null;
    const of = asks ? (store ?? need) : null;
    const before = this.#needed;
    if ((before?.of ?? null) === of) return;
    this.#needed = null;
    if (of !== null) {
      // Held before it is asked for: an answer may come at once and lead back here.
      this.#needed = { of, leave: store === null ? () => {} : store.need(() => this.#ties.rightsChanged()) };
      if (store === null) need?.();
    }
    before?.leave();
  }

  #syncLive(live: LiveConnection | null): void {
    if ((this.#listening?.of ?? null) === live) return;
    this.#listening?.leave();
    this.#listening = null;
    if (live !== null && this.#listener) {
      const status = (next: LiveStatus): void => this.#setLiveStatus(next);
      this.#listening = { of: live, leave: live.listen({ ...this.#listener, status }) };
      this.#setLiveStatus(live.status);
    } else {
      this.#setLiveStatus(off);
    }
  }

  #setLiveStatus(status: LiveStatus): void {
    if (status.state === this.#liveStatus.state && status.since === this.#liveStatus.since) return;
    this.#liveStatus = status;
    // Often told while we begin to listen: what follows from it must not begin that again.
    this.#ties.statusChanged();
  }
}
