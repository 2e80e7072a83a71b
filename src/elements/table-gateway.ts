import type { Batch } from '../core/batch.js';
import { gatewaySyncReadiness } from '../core/gateway-sync.js';
import type { Announcer } from '../state/announcer.js';
import { Confirmation } from '../state/confirmation.js';
import { GatewaySyncs } from '../state/gateway-syncs.js';
import type { ControllerHost } from '../state/loader.js';
import type { Settings } from '../state/settings.js';
import { gatewayQuestion, type GatewayAction } from '../ui/gateway.js';
import { gatewayFailureText, type GatewayFailure } from '../ui/table-notices.js';
import { isolated } from '../ui/values.js';
import type { Words } from '../words/words.js';
import { ask, tell, tellProblem } from './ask.js';

export interface TableGatewayOptions {
  readonly settings: Settings;
  readonly announcer: Announcer;
  readonly words: () => Words;
  /** A batch on screen. */
  readonly find: (id: string) => Batch | undefined;
}

/** "Sync with Gateway" in the rows: whether it is offered, the question before it, its events, what is said of it. */
export class TableGateway {
  readonly confirmation: Confirmation;
  readonly #host: ControllerHost;
  readonly #options: TableGatewayOptions;
  readonly #syncs: GatewaySyncs;

  constructor(host: ControllerHost, options: TableGatewayOptions) {
    const { settings } = options;
    this.#host = host;
    this.#options = options;
    this.confirmation = new Confirmation(host);
    this.#syncs = new GatewaySyncs(host, {
      adapter: () => settings.adapter,
      agree: batch => this.#agree(batch),
      seen: batch => void settings.adopt([batch]),
      done: batch => this.#done(batch),
      failed: failure => this.#failed(failure),
    });
  }

  get failures(): readonly GatewayFailure[] {
    return this.#syncs.failures;
  }

  /** What the button of a batch is. */
  action(batch: Batch): GatewayAction {
    if (!this.#options.settings.can('gateway-sync')) return 'none';
    return this.#syncs.isRunning(batch.id) ? 'sending' : gatewaySyncReadiness(batch);
  }

  /** The button was pressed. */
  press(batch: Batch, reason: string): void {
    if (this.action(batch) === 'ready') void this.#syncs.start(batch);
    else this.#options.announcer.say(reason);
  }

  retry(failure: GatewayFailure): void {
    void this.#syncs.retry(failure);
  }

  dismiss({ batch }: GatewayFailure): void {
    this.#syncs.dismiss(batch.id);
  }

  forget(): void {
    this.#syncs.forget();
  }

  async #agree(batch: Batch): Promise<boolean> {
    const { settings, words, find } = this.#options;
    const question = gatewayQuestion(batch, words());
    if (!(await (settings.confirm(question) ?? this.confirmation.ask(question)))) return false;
    const newest = find(batch.id) ?? batch;
    return this.action(newest) === 'ready' && ask(this.#host, 'batch-sync-gateway-sync', { batch: newest });
  }

  #done(answer: Batch): void {
    const { settings, announcer, words } = this.#options;
    const batch = settings.adopt([answer])[0] ?? answer;
    const message = words().t('gateway.requested', { file: isolated(batch.fileName) });
    announcer.say(message);
    settings.notify({ code: 'gateway-synced', severity: 'success', message, batchId: batch.id });
    tell(this.#host, 'batch-sync-gateway-synced', { batch });
  }

  #failed(failure: GatewayFailure): void {
    const { announcer, words } = this.#options;
    announcer.say(gatewayFailureText(failure, words()));
    tellProblem(this.#host, failure.problem, 'gateway-sync');
  }
}
