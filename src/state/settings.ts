import type { ReactiveController } from 'lit';
import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type {
  BatchSyncContext,
  CapabilitiesState,
  ConfirmRequest,
  LinkTarget,
  LiveConnection,
  LiveListener,
  LiveStatus,
  Notice,
  Role,
  RoleHandle,
  SharedConfig,
} from '../adapter/context.js';
import type { Actor, Batch, Capabilities } from '../core/batch.js';
import { batchSync } from '../core/batch-sync.js';
import type { BatchDefinition } from '../core/definition.js';
import type { Problem } from '../core/problem.js';
import { AdapterSource } from './adapter-source.js';
import { backendOf } from './backend.js';
import type { ControllerHost } from './loader.js';
import { PageReady } from './page-ready.js';
import { accessOf, isOffered, isOwn, limitedDefinition, localeOf, mergedConfig, safeHref } from './resolve.js';
import type { Access, Offer } from './resolve.js';
import { sameData } from './same.js';
import { SharedContext } from './shared-context.js';

export type { Access, Offer } from './resolve.js';

/** What an element says for itself: its `config` and those of its attributes that settle something. */
export interface OwnSettings {
  readonly config?: SharedConfig | null | undefined;
  /** The attribute `maker-checker`: `true` where it is there. */
  readonly makerChecker?: boolean | undefined;
  /** The attribute `readonly`: `true` takes away every right to write. */
  readonly readonly?: boolean | undefined;
  /** Nothing is shown, so nothing is asked for: a closed dialog, a detail without a batch. */
  readonly idle?: boolean | undefined;
  /** The batch that a detail shows, so that a provider hides the table for one that the host opened, too. */
  readonly batchId?: string | null | undefined;
}

export interface SettingsOptions {
  /** How a provider steers the element. */
  readonly handle?: Omit<RoleHandle, 'element'>;
  /** Hears of live changes while the element is connected, not idle and may read. */
  readonly listener?: Omit<LiveListener, 'status'>;
}

const off: LiveStatus = { state: 'off', since: null };
const pending: CapabilitiesState = { state: 'pending' };
const nothing: SharedConfig = {};

/**
 * Everything that is settled for an element, from its own attributes and `config`, the provider around it, what the
 * backend allows, and defaults. Read its members in `willUpdate`, `render` and handlers: they are always current, and
 * the host updates when one may have changed. Nothing here throws what a host's function throws.
 */
export class Settings implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #role: Role;
  readonly #own: () => OwnSettings;
  readonly #options: SettingsOptions;
  readonly #context: SharedContext;
  readonly #page: PageReady;
  readonly #source = new AdapterSource(() => this.config);
  #merged: { own: SharedConfig; shared: SharedConfig; config: SharedConfig } | null = null;
  #definition: BatchDefinition = batchSync;
  #limited: { from: BatchDefinition; limits: unknown; definition: BatchDefinition } | null = null;
  #joined: { join: BatchSyncContext['join']; leave: () => void } | null = null;
  #need: { of: unknown; leave: () => void } | null = null;
  #listening: { live: LiveConnection; leave: () => void } | null = null;
  #liveStatus: LiveStatus = off;
  #shown: string | null = null;

  constructor(host: ControllerHost, role: Role, own: () => OwnSettings, options: SettingsOptions = {}) {
    this.#host = host;
    this.#role = role;
    this.#own = own;
    this.#options = options;
    this.#context = new SharedContext(host, () => this.#changed());
    this.#page = new PageReady(host);
    host.addController(this);
  }

  /** Both configurations in one, the element's over the provider's. Functions in it are the current ones. */
  get config(): SharedConfig {
    const own = this.#own().config ?? nothing;
    const shared = this.#context.value?.config ?? nothing;
    if (this.#merged?.own !== own || this.#merged.shared !== shared) {
      this.#merged = { own, shared, config: mergedConfig(own, shared) };
    }
    return this.#merged.config;
  }

  get adapter(): BatchSyncAdapter | null {
    return this.#goesOwnWay ? this.#source.adapter : (this.#context.value?.adapter ?? null);
  }

  /** `pending` while a provider or the page's scripts may still configure. */
  get configured(): 'pending' | 'yes' | 'no' {
    if (this.adapter !== null) return 'yes';
    const { adapter, baseUrl } = this.config;
    const underWay = adapter !== undefined || baseUrl !== undefined;
    return underWay || !this.#page.value ? 'pending' : 'no';
  }

  /** `none` and `pending`: no request of any kind. */
  get access(): Access {
    const host = this.config.permissions?.orders;
    const access = accessOf(host, this.adapter === null ? pending : this.#capabilitiesState);
    return access === 'readWrite' && this.#own().readonly === true ? 'read' : access;
  }

  /** Why rights are not known; data may be read nevertheless. Offer `retryCapabilities()`. */
  get capabilitiesProblem(): Problem | null {
    const state = this.#capabilitiesState;
    return state.state === 'failed' && this.access !== 'none' ? state.problem : null;
  }

  retryCapabilities(): void {
    if (this.access === 'none' || this.adapter === null) return;
    if (this.#goesOwnWay) backendOf(this.adapter).capabilities.retry();
    else this.#context.value?.retryCapabilities?.();
  }

  /** Whether something is offered here, and by this batch; `create` is the right to upload. */
  can(offer: Offer, batch?: Batch): boolean {
    return this.adapter !== null && isOffered(offer, this.adapter, this.access, this.#capabilities, batch);
  }

  /** Whether the person made the batch, and so must not decide on it. */
  isOwn(batch: Batch): boolean {
    return isOwn(batch, this.#capabilities);
  }

  get makerChecker(): boolean {
    return (
      this.#own().makerChecker === true ||
      this.config.makerChecker === true ||
      this.#capabilities?.makerChecker === true
    );
  }

  /** With the strictest limits of host and server. The same object as long as nothing in it changes. */
  get definition(): BatchDefinition {
    const from = this.config.definition ?? batchSync;
    if (!sameData(from, this.#definition)) this.#definition = from;
    const limits = this.#capabilities?.limits;
    const limited = this.#limited;
    if (limited?.from === this.#definition && sameData(limited.limits, limits)) {
      return limited.definition;
    }
    const definition = limitedDefinition(this.#definition, limits);
    this.#limited = { from: this.#definition, limits, definition };
    return definition;
  }

  /** BCP 47. */
  get locale(): string {
    return localeOf(this.config.locale, closestLang(this.#host));
  }

  /** IANA name; `undefined` for the person's own zone. */
  get timeZone(): string | undefined {
    return this.config.timeZone;
  }

  get messages(): NonNullable<SharedConfig['messages']> | undefined {
    return this.config.messages;
  }

  get preferences(): NonNullable<SharedConfig['preferences']> {
    return this.config.preferences ?? 'none';
  }

  get user(): Actor | null {
    return this.#capabilities?.user ?? null;
  }

  /** Epoch milliseconds by the server's clock. */
  now(): number {
    const state = this.#capabilitiesState;
    return Date.now() + (state.state === 'known' ? (state.skew ?? 0) : 0);
  }

  /** An address that is safe to put into a link, or `null`: then it is a button. */
  linkTo(target: LinkTarget): string | null {
    const href = this.#call('linkTo', target);
    return typeof href === 'string' ? safeHref(href) : null;
  }

  /** Asks in the host's dialog; `null` where the host has none, and the element asks in its own. */
  confirm(request: ConfirmRequest): Promise<boolean> | null {
    if (!this.config.confirm) return null;
    const answer = Promise.resolve(this.#call('confirm', request));
    return answer.then(
      confirmed => confirmed === true,
      () => this.#failed('confirm', false),
    );
  }

  notify(notice: Notice): void {
    this.#call('notify', notice);
  }

  telemetry(name: string, data: Readonly<Record<string, string | number | boolean | null>> = {}): void {
    this.#call('onEvent', { name, data });
  }

  /** `null` while nothing may be asked for. */
  get live(): LiveConnection | null {
    const { adapter, access } = this;
    if (adapter === null || access === 'none' || access === 'pending') return null;
    return this.#goesOwnWay ? backendOf(adapter).live : (this.#context.value?.live ?? null);
  }

  get liveStatus(): LiveStatus {
    return this.#liveStatus;
  }

  /**
   * Tells everybody of batches that were just read or written, and answers with the newest known of each.
   * `replace`: a person asked to read again, what came is the truth.
   */
  adopt(batches: readonly Batch[], options: { readonly replace?: boolean } = {}): readonly Batch[] {
    const { live } = this;
    live?.report(batches, options);
    return batches.map(batch => live?.newest?.(batch) ?? batch);
  }

  /** What a provider carries a person to, `null` outside of one. */
  get provider(): BatchSyncContext['actions'] | null {
    return this.#context.value?.actions ?? null;
  }

  hostConnected(): void {
    this.#changed();
  }

  hostUpdated(): void {
    if (this.#host.isConnected) this.#sync();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#release();
    });
  }

  /** Whether the element has a backend of its own, or the provider's with a transport of its own. */
  get #goesOwnWay(): boolean {
    const own = this.#own().config;
    if (own?.adapter || own?.baseUrl) return true;
    const shared = this.#context.value?.config;
    if (!own || !shared?.baseUrl || shared.adapter) return false;
    return Boolean(own.getAccessToken ?? own.fetch ?? own.headers ?? own.credentials);
  }

  get #capabilitiesState(): CapabilitiesState {
    if (!this.#goesOwnWay) return this.#context.value?.capabilities ?? pending;
    const { adapter } = this;
    return adapter === null ? pending : backendOf(adapter).capabilities.state;
  }

  get #capabilities(): Capabilities | null {
    const state = this.#capabilitiesState;
    return state.state === 'known' ? state.capabilities : null;
  }

  #changed(): void {
    this.#host.requestUpdate();
    if (this.#host.isConnected) this.#sync();
  }

  /** Joins, asks and listens as far as what is settled allows. */
  #sync(): void {
    this.#syncJoin();
    this.#syncShown();
    this.#syncNeed();
    this.#syncLive();
  }

  #syncJoin(): void {
    const join = this.#context.value?.join ?? null;
    if (this.#joined?.join === join) return;
    this.#joined?.leave();
    this.#shown = null;
    this.#joined = join && {
      join,
      leave: join(this.#role, { ...this.#options.handle, element: this.#host }),
    };
  }

  #syncShown(): void {
    const id = this.#own().batchId || null;
    if (this.#role !== 'detail' || this.#shown === id) return;
    this.#shown = id;
    this.#context.value?.showing?.(id);
  }

  #syncNeed(): void {
    const { adapter } = this;
    const store = this.#goesOwnWay && adapter !== null ? backendOf(adapter).capabilities : null;
    const of = this.#asks ? (store ?? this.#context.value?.needCapabilities ?? null) : null;
    if (this.#need?.of === of) return;
    const before = this.#need;
    this.#need = null;
    if (store !== null && of === store) {
      this.#need = { of, leave: store.need(() => this.#changed()) };
    } else if (of !== null) {
      this.#need = { of, leave: () => {} };
      this.#context.value?.needCapabilities?.();
    }
    before?.leave();
  }

  #syncLive(): void {
    const live = this.#asks ? this.live : null;
    if (this.#listening?.live === live) return;
    this.#listening?.leave();
    this.#listening = null;
    if (live === null) return this.#setLiveStatus(off);
    const { listener } = this.#options;
    if (!listener) return;
    const leave = live.listen({
      ...listener,
      status: status => this.#setLiveStatus(status),
    });
    this.#listening = { live, leave };
    this.#setLiveStatus(live.status);
  }

  get #asks(): boolean {
    return this.#own().idle !== true && this.adapter !== null && this.access !== 'none';
  }

  #setLiveStatus(status: LiveStatus): void {
    if (status.state === this.#liveStatus.state && status.since === this.#liveStatus.since) return;
    this.#liveStatus = status;
    this.#host.requestUpdate();
  }

  #release(): void {
    this.#joined?.leave();
    this.#need?.leave();
    this.#listening?.leave();
    this.#joined = this.#need = this.#listening = null;
    this.#liveStatus = off;
    this.#shown = null;
  }

  #call<Name extends 'linkTo' | 'confirm' | 'notify' | 'onEvent'>(
    name: Name,
    argument: Parameters<NonNullable<SharedConfig[Name]>>[0],
  ): unknown {
    const call = this.config[name] as ((given: typeof argument) => unknown) | undefined;
    try {
      return call?.(argument);
    } catch {
      return this.#failed(name, null);
    }
  }

  /** A host's function failed: its own telemetry hears of it, unless that is what failed. */
  #failed<Instead>(name: string, instead: Instead): Instead {
    if (name !== 'onEvent') this.telemetry('host-callback-failed', { callback: name });
    return instead;
  }
}

function closestLang(element: HTMLElement): string | null {
  let node: Element | null = element;
  while (node !== null) {
    const found: Element | null = node.closest('[lang]');
    if (found !== null) return found.getAttribute('lang');
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
