import { LitElement, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { SharedConfig } from '../../src/adapter/context.js';
import type { Batch } from '../../src/core/batch.js';
import { Loader } from '../../src/state/loader.js';
import { configDiffers } from '../../src/state/same.js';
import { Settings } from '../../src/state/settings.js';

/** What an element does with its settings, and nothing else: it lists batches when it may. */
export class SettingsProbe extends LitElement {
  @property({ attribute: false, hasChanged: configDiffers }) config: SharedConfig | null = null;
  @property({ type: Boolean }) readonly = false;
  @property({ type: Boolean }) idle = false;
  @property({ type: Boolean, attribute: 'maker-checker' }) makerChecker = false;

  readonly heard: Batch[] = [];
  refreshes = 0;
  updates = 0;
  readonly settings = new Settings(
    this,
    'table',
    () => ({
      config: this.config,
      readonly: this.readonly,
      idle: this.idle,
      makerChecker: this.makerChecker,
    }),
    {
      handle: { refresh: () => void (this.refreshes += 1) },
      listener: { batches: batches => this.heard.push(...batches), resync: () => {} },
    },
  );
  readonly list = new Loader<readonly Batch[]>(this);
  #of: unknown = null;

  protected override willUpdate(): void {
    this.updates += 1;
    const { adapter, access } = this.settings;
    const ready = adapter !== null && (access === 'read' || access === 'readWrite') ? adapter : null;
    if (ready === this.#of) return;
    this.#of = ready;
    if (ready === null) return this.list.reset();
    void this.list.run(async signal => {
      const page = await ready.listBatches(this.#view, { signal });
      return this.settings.adopt(page.items);
    });
  }

  protected override render() {
    return html`${this.settings.configured} ${this.settings.access} ${this.list.status.state}`;
  }

  get text(): string {
    return this.shadowRoot?.textContent ?? '';
  }

  get #view() {
    return {
      search: '',
      matchCase: true,
      statuses: [],
      createdFrom: null,
      createdTo: null,
      sort: '-createdAt',
      pageSize: 20,
      cursor: null,
    } as const;
  }
}

customElements.define('settings-probe', SettingsProbe);

declare global {
  interface HTMLElementTagNameMap {
    'settings-probe': SettingsProbe;
  }
}
