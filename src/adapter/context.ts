import { createContext } from '@lit/context';
import type { Batch, Capabilities, OrdersPermission } from '../core/batch.js';
import type { BatchDefinition } from '../core/definition.js';
import type { Problem } from '../core/problem.js';
import type { TaskQuery, View } from '../core/view.js';
import type { BatchSyncAdapter } from './adapter.js';

/** Why a token is asked for: the first time, or because the server refused the last one. */
export interface AccessTokenRequest {
  readonly reason: 'initial' | 'unauthorized';
  readonly signal: AbortSignal;
}

/** What a person reads times in: UTC, or `local`: the host's zone, and where that is UTC, the person's own. */
export type TimeZoneChoice = 'utc' | 'local';

/** Where a link of ours leads. */
export type LinkTarget =
  | { readonly kind: 'list'; readonly view: View | null }
  /** `tasks`: which of its tasks the detail is to list, where a person comes from one of them. */
  | { readonly kind: 'batch'; readonly id: string; readonly tasks?: Partial<TaskQuery> };

/**
 * What becomes of a file in which some rows have errors. `block`: nothing is sent until they are fixed; `valid-only`:
 * the others can be sent; `ask`: the same, after a question.
 */
export type SubmitPolicy = 'block' | 'valid-only' | 'ask';

/** A question to the person, which a host may ask in its own dialog. */
export interface ConfirmRequest {
  readonly code: 'gateway-sync' | 'retry' | 'cancel' | 'discard' | 'leave-out';
  readonly title: string;
  readonly message: string;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
}

/** Something worth telling outside of the widget, such as in the host's toasts. */
export interface Notice {
  readonly code: string;
  readonly severity: 'success' | 'info' | 'warning' | 'error';
  readonly message: string;
  readonly batchId: string | null;
}

/** What happened, for the host's own telemetry: names, codes and counts; nothing of a row. */
export interface TelemetryEvent {
  /**
   * `submitted` and `downloaded`; `gateway-synced`, `retried`, `canceled` and `decided` once the server did it;
   * `completed` when a batch on screen has ended; `host-callback-failed` when a function of the host's threw;
   * `locale-unavailable` when there are no words for the language that is asked for, or they could not be loaded, so
   * that words are English: `{locale, reason: 'unknown' | 'failed'}`.
   */
  readonly name: string;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

/** Words by key; a sentence with a number has a form for each plural category. */
type SharedTexts = Readonly<Record<string, string | (Readonly<Record<string, string>> & { readonly other: string })>>;

/**
 * What a provider shares and an element may set for itself. `messages` and `catalogues` are loose here, because another
 * copy of the library on the page may know other keys; the public `BatchSyncConfig` types them.
 */
export interface SharedConfig {
  /** A backend of the host's own, in place of `baseUrl`. Another object is another backend: make it once. */
  readonly adapter?: BatchSyncAdapter;
  /** Where the REST contract is served; loads `createRestAdapter` by dynamic import. */
  readonly baseUrl?: string;
  /** The token for the `Authorization` header: asked for with each request and kept nowhere, `null` for none. */
  readonly getAccessToken?: (request: AccessTokenRequest) => string | null | Promise<string | null>;
  /** What kind of batch it is: columns, rules, limits, words. Default: orders, as `batchSync` has them. Make it once. */
  readonly definition?: BatchDefinition;
  /** What the host allows: `none`, `read` or `readWrite`; of it and the server's word the stricter holds. */
  readonly permissions?: { readonly orders: OrdersPermission };
  /** Whether a second person approves each batch; on where the server says so, too. */
  readonly makerChecker?: boolean;
  /** What becomes of a file in which some rows have errors; `block` where nothing is said. */
  readonly submitPolicy?: SubmitPolicy;
  /** Language of words, numbers and dates, BCP 47. Default: the nearest `lang` of the page, else the browser's. */
  readonly locale?: string;
  /** IANA name, such as `Asia/Kolkata` or `UTC`; a person may change to UTC and back. */
  readonly timeZone?: string;
  readonly messages?: SharedTexts;
  /** All words of languages, so that they need not be loaded, or of such as we do not have. */
  readonly catalogues?: readonly { readonly locale: string; readonly texts: SharedTexts }[];
  /** The address of a link, or `null` for none: then a link is a button. */
  readonly linkTo?: (target: LinkTarget) => string | null;
  /** Asks the person in the host's own dialog, in place of ours. What throws is a no. */
  readonly confirm?: (request: ConfirmRequest) => boolean | Promise<boolean>;
  /** Hears what is worth a toast of the host's. */
  readonly notify?: (notice: Notice) => void;
  /** The host's own telemetry. */
  readonly onEvent?: (event: TelemetryEvent) => void;
  /** Where column choice, density and time zone are kept; `none` where nothing is said. */
  readonly preferences?: 'none' | 'session' | 'local';
  /** In place of the page's; an upload then tells no bytes on their way. */
  readonly fetch?: typeof fetch;
  /** Sent with each request; asked per request where it is a function. */
  readonly headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
  /** Whether cookies go along; `same-origin` where nothing is said. */
  readonly credentials?: RequestCredentials;
}

/** What a live connection says of itself. */
export interface LiveStatus {
  readonly state: 'off' | 'connecting' | 'live' | 'reconnecting' | 'polling' | 'paused' | 'stale';
  /** Epoch milliseconds of the last proof that data is current, `null` before the first. */
  readonly since: number | null;
}

/** Who hears of a live connection. */
export interface LiveListener {
  /** Snapshots that are newer than what was known, at most four times a second. */
  batches(batches: readonly Batch[]): void;
  status(status: LiveStatus): void;
  /** Events were missed: read again what is on screen. */
  resync(): void;
}

/** One live connection, shared by all that use one adapter. */
export interface LiveConnection {
  readonly status: LiveStatus;
  /** Connects with the first listener and ends with the last. Call the answer to leave. */
  listen(listener: LiveListener): () => void;
  /**
   * Tells of batches read or written elsewhere, so that every widget shows the newest version. With `replace` they are
   * the truth even where a newer version was known: a person asked to read again.
   */
  report(batches: readonly Batch[], options?: { readonly replace?: boolean }): void;
  /** The newest snapshot of a batch that is known, at least the given one. */
  newest?(batch: Batch): Batch;
}

/** What the backend and the host together allow; rights fail closed. */
export type CapabilitiesState =
  | { readonly state: 'pending' }
  /** `capabilities` is `null` where the backend has none to tell. `skew`: milliseconds the server's clock is ahead of ours. */
  | {
      readonly state: 'known';
      readonly capabilities: Capabilities | null;
      readonly skew?: number;
    }
  /** Read only, with Retry. */
  | { readonly state: 'failed'; readonly problem: Problem };

export type Role = 'table' | 'upload' | 'detail';

/** How a provider steers what joined it. Each member is the element's own; a role uses those it has. */
export interface RoleHandle {
  readonly element: HTMLElement;
  /** Shows the upload. */
  show?(): void;
  /** Shows one batch, or nothing. `tasks`: which of its tasks to list. */
  open?(id: string | null, tasks?: Partial<TaskQuery>): void;
  /** Reads again what is shown. */
  refresh?(): void | Promise<unknown>;
  /** Moves the focus to the heading (detail) or back to the row of a batch (table). */
  focus?(batchId?: string): void | Promise<void>;
  /** The person logged out: gives up what runs and drops all that is held. */
  forget?(): void;
}

/** The whole contract between copies of the library. Extended by optional members only. */
export interface BatchSyncContext {
  readonly config: SharedConfig;
  /** The adapter in force, `null` while none is configured or its code is on the way. */
  readonly adapter: BatchSyncAdapter | null;
  readonly capabilities: CapabilitiesState;
  /** Says that something is about to be read, so that the capabilities are asked for. */
  readonly needCapabilities?: () => void;
  /** Asks for the capabilities again. */
  readonly retryCapabilities?: () => void;
  readonly live: LiveConnection | null;
  /** The zone that the person chose for all that is inside; `null`: none, so the host's word stands. */
  readonly timeZone?: {
    readonly choice: TimeZoneChoice | null;
    choose(choice: TimeZoneChoice): void;
  };
  join(role: Role, handle: RoleHandle): () => void;
  /** A joined detail shows another batch or none, by whoever's doing; what is beside it is arranged, focus stays. */
  readonly showing?: (id: string | null) => void;
  readonly actions: {
    create(): void;
    /** `false`: nothing here shows a batch, so that a link is followed by the browser. */
    open(id: string, tasks?: Partial<TaskQuery>): boolean | void;
    /** `false`: nothing here shows the list, so that a link is followed by the browser. */
    back(): boolean | void;
    submitted(batch: Batch): void;
  };
}

/** `Symbol.for`, so that two copies of the library on one page share a provider. */
export const batchSyncContext = createContext<BatchSyncContext>(Symbol.for('batch-sync/context@1'));
