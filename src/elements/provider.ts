import { ContextProvider } from '@lit/context';
import { LitElement, css, html } from 'lit';
import type { CSSResult, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { batchSyncContext } from '../adapter/context.js';
import type { BatchSyncContext, CapabilitiesState, SharedConfig, TimeZoneChoice } from '../adapter/context.js';
import type { OrdersPermission } from '../core/batch.js';
import { AdapterSource } from '../state/adapter-source.js';
import { backendOf, forgetBackend } from '../state/backend.js';
import { Journey } from '../state/journey.js';
import type { Navigation } from '../state/journey.js';
import { mergedConfig } from '../state/resolve.js';
import { configDiffers } from '../state/same.js';
import { TimeZonePreference } from '../state/time-zone.js';
import type { BatchSyncConfig } from './config.js';

const permissions: Readonly<Record<string, OrdersPermission>> = {
  none: 'none',
  read: 'read',
  'read-write': 'readWrite',
};

/**
 * Gives the elements inside it one adapter, one configuration and one live connection, and carries a person from the
 * table to the upload, to a batch and back. It shows nothing and takes no space.
 *
 * The elements may be anywhere inside, in shadow roots too; the provider may be defined after them. It listens for
 * none of their events: each asks (a host's `preventDefault()` is heard, however far out) and then acts itself.
 * Of two providers around an element the nearer one counts.
 *
 * States: nothing configured, so that the elements say so; configured; logged out, in which the elements show that there
 * is no access and send nothing until `refresh()`, another `base-url` or another `config`.
 *
 * @example
 * ```html
 * <batch-sync-provider base-url="/v1/batch-sync">
 *   <batch-sync-table></batch-sync-table>
 *   <batch-sync-upload></batch-sync-upload>
 *   <batch-sync-detail></batch-sync-detail>
 * </batch-sync-provider>
 * ```
 *
 * @tag batch-sync-provider
 * @tagname batch-sync-provider
 * @slot - The elements, and whatever the host has between them.
 */
export class BatchSyncProvider extends LitElement {
  static override styles: CSSResult = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  /** Where the REST contract is served, relative to the page or absolute; its adapter is loaded when it is needed. */
  @property({ attribute: 'base-url' }) baseUrl: string | null = null;

  /** Language of words, numbers and dates, BCP 47. Default: the nearest `lang` of the page, else the browser's. */
  @property() locale: string | null = null;

  /** Zone in which times are shown until the person changes to UTC or back, an IANA name. Default: the person's own. */
  @property({ attribute: 'time-zone' }) timeZone: string | null = null;

  /** What the host allows: `none`, `read`, `read-write`; of it and the server's word the stricter holds. Any other word is `none`. */
  @property() access: 'none' | 'read' | 'read-write' | null = null;

  /** Whether a second person approves each batch; on where the server says so, too. */
  @property({ attribute: 'maker-checker', type: Boolean }) makerChecker = false;

  /** What opening a batch does with the table: `replace` (default) hides it, `beside` keeps it, `none` leaves all to the host. */
  @property() navigation: Navigation | null = null;

  /** Everything else, and what an attribute may say as well; an attribute wins. Equal content changes nothing. */
  @property({ attribute: false, hasChanged: configDiffers }) config: BatchSyncConfig | null = null;

  readonly #context = new ContextProvider(this, { context: batchSyncContext });
  readonly #source = new AdapterSource(() => this.#settled);
  readonly #journey = new Journey(() => navigationOf(this.navigation));
  readonly #timeZone = new TimeZonePreference(
    () => this.#settled.preferences ?? 'none',
    () => this.#publish(),
  );
  #merged: { from: BatchSyncConfig | null; config: SharedConfig } | null = null;
  #needed = false;
  #loggedOut = false;
  #using: { adapter: BatchSyncContext['adapter']; leave: () => void } | null = null;

  override connectedCallback(): void {
    // Before the elements inside ask, which they do as soon as they hear of us.
    this.#publish();
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#needed = false;
      this.#use(null);
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('config') || changed.has('baseUrl')) this.#loggedOut = false;
    this.#merged = null;
    this.#publish();
    if (changed.has('navigation')) this.#journey.arrange();
  }

  /** Reads the rights and everything on screen again; after `logout()` it begins a new session. Never rejects. */
  async refresh(): Promise<void> {
    if (this.#loggedOut) {
      this.#loggedOut = false;
      this.#publish();
      return;
    }
    this.#retryCapabilities();
    await this.#journey.refresh();
  }

  /** Aborts every request and the live connection, and forgets the adapter, the rights and the data. */
  logout(): void {
    const { adapter } = this.#source;
    this.#loggedOut = true;
    this.#journey.forget();
    this.#publish();
    this.#source.forget();
    if (adapter !== null) forgetBackend(adapter);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  /** The attributes over the `config`, always with the functions of the latest one. */
  get #settled(): SharedConfig {
    if (this.#merged?.from !== this.config) this.#merged = null;
    this.#merged ??= { from: this.config, config: mergedConfig(this.#stated(), this.config ?? {}) };
    return this.#merged.config;
  }

  #stated(): SharedConfig {
    const { baseUrl, locale, timeZone, makerChecker } = this;
    const access = this.#loggedOut ? 'none' : this.access;
    return {
      ...(baseUrl === null ? {} : { baseUrl }),
      ...(locale === null ? {} : { locale }),
      ...(timeZone === null ? {} : { timeZone }),
      ...(makerChecker ? { makerChecker } : {}),
      ...(access === null ? {} : { permissions: { orders: permissions[access] ?? 'none' } }),
    };
  }

  #publish(): void {
    this.#merged = null;
    const adapter = this.#loggedOut ? null : this.#source.adapter;
    this.#use(adapter);
    this.#context.setValue(this.#valueFor(adapter));
  }

  #valueFor(adapter: BatchSyncContext['adapter']): BatchSyncContext {
    const config = (): SharedConfig => this.#settled;
    const backend = adapter === null ? null : backendOf(adapter);
    const capabilities: CapabilitiesState = backend?.capabilities.state ?? { state: 'pending' };
    return {
      // Read when it is needed: a `config` of equal content brings other functions without another context.
      get config() {
        return config();
      },
      adapter,
      capabilities,
      needCapabilities: this.#need,
      retryCapabilities: this.#retryCapabilities,
      live: backend?.live ?? null,
      timeZone: { choice: this.#timeZone.choice, choose: this.#chooseTimeZone },
      join: this.#journey.join,
      showing: this.#journey.showing,
      actions: this.#journey.actions,
    };
  }

  readonly #need = (): void => {
    if (this.#needed) return;
    this.#needed = true;
    this.#publish();
  };

  readonly #chooseTimeZone = (choice: TimeZoneChoice): void => this.#timeZone.choose(choice);

  readonly #retryCapabilities = (): void => {
    const adapter = this.#using?.adapter;
    if (adapter) backendOf(adapter).capabilities.retry();
  };

  /** Holds what the elements need of the adapter, once one of them does. */
  #use(adapter: BatchSyncContext['adapter']): void {
    const next = this.#needed && this.#settled.permissions?.orders !== 'none' ? adapter : null;
    if ((this.#using?.adapter ?? null) === next) return;
    this.#using?.leave();
    this.#using = next && {
      adapter: next,
      leave: backendOf(next).capabilities.need(() => this.#publish()),
    };
  }
}

function navigationOf(word: string | null): Navigation {
  return word === 'beside' || word === 'none' ? word : 'replace';
}
