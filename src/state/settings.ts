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
  SubmitPolicy,
  TelemetryEvent,
  TimeZoneChoice,
} from '../adapter/context.js';
import type { Actor, Batch, Capabilities } from '../core/batch.js';
import { batchSyncFace } from '../core/batch-sync-face.js';
import type { BatchDefinition } from '../core/definition.js';
import type { Problem } from '../core/problem.js';
import { AdapterSource } from './adapter-source.js';
import { backendOf } from './backend.js';
import type { Backend } from './backend.js';
import { HostCalls } from './host-calls.js';
import { LimitedDefinition } from './limited-definition.js';
import type { ControllerHost } from './loader.js';
import { Membership } from './membership.js';
import { PageReady } from './page-ready.js';
import { accessOf, closestAttribute, goesOwnWay, isOffered, isOwn, localeOf, mergedConfig } from './resolve.js';
import type { Access, Offer } from './resolve.js';
import { SharedContext } from './shared-context.js';
import { TimeZonePreference, timeZonesFor } from './time-zone.js';
import type { TimeZones } from './time-zone.js';

export type { Access, Offer } from './resolve.js';

/** What an element says for itself: its `config` and those of its attributes that settle something. */
export interface OwnSettings {
  readonly config?: SharedConfig | null | undefined;
  /** The attribute `maker-checker`: `true` where it is there. */
  readonly makerChecker?: boolean | undefined;
  /** The attribute `submit-policy`; a word that is none is `block`. */
  readonly submitPolicy?: string | null | undefined;
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

const pending: CapabilitiesState = { state: 'pending' };
const nothing: SharedConfig = {};

/**
 * Everything that is settled for an element, from its own attributes and `config`, the provider around it, what the
 * backend allows, and defaults. Read its members in `willUpdate`, `render` and handlers: they are always current, and
 * the host updates when one may have changed. Nothing here throws what a host's function throws.
 */
export class Settings implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #own: () => OwnSettings;
  readonly #context: SharedContext;
  readonly #page: PageReady;
  readonly #membership: Membership;
  readonly #source = new AdapterSource(() => this.config);
  readonly #calls = new HostCalls(() => this.config);
  readonly #definition = new LimitedDefinition(batchSyncFace);
  /** For an element without a provider that shares one. */
  readonly #timeZone = new TimeZonePreference(
    () => this.preferences,
    () => this.#host.requestUpdate(),
  );
  #merged: { own: SharedConfig; shared: SharedConfig; config: SharedConfig } | null = null;
  #zones: { configured: string | undefined; choice: TimeZoneChoice | null; zones: TimeZones } | null = null;

  constructor(host: ControllerHost, role: Role, own: () => OwnSettings, options: SettingsOptions = {}) {
    const { handle, listener } = options;
    this.#host = host;
    this.#own = own;
    this.#context = new SharedContext(host, () => this.#changed());
    this.#page = new PageReady(host);
    this.#membership = new Membership(role, { ...handle, element: host }, listener, {
      rightsChanged: () => this.#changed(),
      statusChanged: () => host.requestUpdate(),
    });
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
    return this.#alone ? this.#source.adapter : (this.#context.value?.adapter ?? null);
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
    if (this.access === 'none') return;
    if (this.#alone) this.#ownBackend?.capabilities.retry();
    else this.#context.value?.retryCapabilities?.();
  }

  /** Whether something is offered here, and by this batch; `create` is the right to upload. */
  can(offer: Offer, batch?: Batch): boolean {
    const { adapter } = this;
    return adapter !== null && isOffered(offer, adapter, this.access, this.#capabilities, batch);
  }

  /** Whether the person made the batch, and so must not decide on it. */
  isOwn(batch: Batch): boolean {
    return isOwn(batch, this.#capabilities);
  }

  get makerChecker(): boolean {
    const stated = [this.#own().makerChecker, this.config.makerChecker, this.#capabilities?.makerChecker];
    return stated.includes(true);
  }

  get submitPolicy(): SubmitPolicy {
    const stated = this.#own().submitPolicy ?? this.config.submitPolicy;
    return stated === 'valid-only' || stated === 'ask' ? stated : 'block';
  }

  /** With the strictest limits of host and server. The same object as long as nothing in it changes. */
  get definition(): BatchDefinition {
    return this.definitionOver(this.#definition);
  }

  /** The same over another preset than that of a screen, such as one that can judge files. */
  definitionOver(preset: LimitedDefinition): BatchDefinition {
    return preset.under(this.config.definition, this.#capabilities?.limits);
  }

  /** BCP 47. */
  get locale(): string {
    return localeOf(this.config.locale, closestAttribute(this.#host, 'lang'));
  }

  /**
   * Which way the words run where the page does not say it: with the language that a host gave, and with the page's where
   * nobody wrote a direction. `null`: as the element's own `dir` or the page has it.
   */
  directionOf(words: { readonly direction: 'ltr' | 'rtl' }): 'ltr' | 'rtl' | null {
    if (this.#host.hasAttribute('dir')) return null;
    const isGiven = this.config.locale !== undefined;
    const isUnsaid = words.direction === 'rtl' && closestAttribute(this.#host, 'dir') === null;
    return isGiven || isUnsaid ? words.direction : null;
  }

  /** IANA name of the zone in which times are written: the person's choice, else what is configured, else their own. */
  get timeZone(): string {
    return this.#timeZones.shown;
  }

  /** IANA name of the zone that the person may change to; `null` where there is but one. */
  get otherTimeZone(): string | null {
    return this.#timeZones.other;
  }

  /** Changes to the other zone, everywhere inside the provider, and keeps that as `preferences` says. */
  changeTimeZone(): void {
    const choice = this.otherTimeZone === 'UTC' ? 'utc' : 'local';
    (this.#context.value?.timeZone ?? this.#timeZone).choose(choice);
  }

  get messages(): SharedConfig['messages'] {
    return this.config.messages;
  }

  get catalogues(): SharedConfig['catalogues'] {
    return this.config.catalogues;
  }

  get preferences(): NonNullable<SharedConfig['preferences']> {
    return this.config.preferences ?? 'none';
  }

  get user(): Actor | null {
    return this.#capabilities?.user ?? null;
  }

  /** Whether `now()` is the server's own word, and not only the page's clock. */
  get isServerTime(): boolean {
    return this.#capabilities?.serverTime != null;
  }

  /** Epoch milliseconds by the server's clock. */
  now(): number {
    const state = this.#capabilitiesState;
    return Date.now() + (state.state === 'known' ? (state.skew ?? 0) : 0);
  }

  /** An address that is safe to put into a link, or `null`: then it is a button. */
  linkTo(target: LinkTarget): string | null {
    return this.#calls.linkTo(target);
  }

  /** Asks in the host's dialog; `null` where the host has none, and the element asks in its own. */
  confirm(request: ConfirmRequest): Promise<boolean> | null {
    return this.#calls.confirm(request);
  }

  notify(notice: Notice): void {
    this.#calls.notify(notice);
  }

  telemetry(name: string, data: TelemetryEvent['data'] = {}): void {
    this.#calls.telemetry(name, data);
  }

  /** `null` while nothing may be asked for. */
  get live(): LiveConnection | null {
    const { access } = this;
    if (access === 'none' || access === 'pending') return null;
    return (this.#alone ? this.#ownBackend?.live : this.#context.value?.live) ?? null;
  }

  get liveStatus(): LiveStatus {
    return this.#membership.liveStatus;
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
    this.#sync();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#membership.release();
    });
  }

  /** Whether the element has a backend of its own, or the provider's by a transport of its own. */
  get #alone(): boolean {
    return goesOwnWay(this.#own().config, this.#context.value?.config);
  }

  get #ownBackend(): Backend | null {
    const adapter = this.#alone ? this.#source.adapter : null;
    return adapter && backendOf(adapter);
  }

  get #timeZones(): TimeZones {
    const configured = this.config.timeZone;
    const { choice } = this.#context.value?.timeZone ?? this.#timeZone;
    const known = this.#zones;
    if (known?.configured === configured && known?.choice === choice) return known.zones;
    const zones = timeZonesFor(configured, choice);
    this.#zones = { configured, choice, zones };
    return zones;
  }

  get #capabilitiesState(): CapabilitiesState {
    const shared = this.#alone ? this.#ownBackend?.capabilities.state : this.#context.value?.capabilities;
    return shared ?? pending;
  }

  get #capabilities(): Capabilities | null {
    const state = this.#capabilitiesState;
    return state.state === 'known' ? state.capabilities : null;
  }

  #changed(): void {
    this.#host.requestUpdate();
    this.#sync();
  }

  #sync(): void {
    if (!this.#host.isConnected) return;
    const { idle, batchId } = this.#own();
    this.#membership.sync({
      context: this.#context.value,
      batchId: batchId || null,
      asks: idle !== true && this.adapter !== null && this.access !== 'none',
      store: this.#ownBackend?.capabilities ?? null,
      live: this.live,
    });
  }
}
