import type { TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import { Confirmation } from '../state/confirmation.js';
import { GatewaySyncs, type GatewayFailure } from '../state/gateway-syncs.js';
import type { ControllerHost } from '../state/loader.js';
import { confirmDialog } from '../ui/confirm-dialog.js';
import { gatewayFailed, gatewayFailureText } from '../ui/gateway-failure.js';
import { gatewayQuestion, type GatewayAction } from '../ui/gateway.js';
import { dialog } from '../ui/styles/index.js';
import { isolated } from '../ui/values.js';
import { gatewayEnglish } from '../words/en-gateway.js';
import { ask, tell, tellProblem } from './ask.js';
import type { PieceContents } from './pieces.js';
import type { TableGatewayOptions } from './table-gateway.js';

interface ListGatewayOptions extends TableGatewayOptions {
  /** What the button of a batch is. */
  readonly action: (batch: Batch) => GatewayAction;
}

export const styles = [dialog];

/** "Sync with Gateway" for the batches of a list: the question before it, its events, what is said of it. */
export class ListGateway implements PieceContents {
  readonly words = gatewayEnglish;
  readonly styles = styles;
  readonly #host: ControllerHost;
  readonly #options: ListGatewayOptions;
  readonly #confirmation: Confirmation;
  readonly #syncs: GatewaySyncs;

  constructor(host: ControllerHost, options: ListGatewayOptions) {
    const { settings } = options;
    this.#host = host;
    this.#options = options;
    this.#confirmation = new Confirmation(host);
    this.#syncs = new GatewaySyncs(host, {
      adapter: () => settings.adapter,
      agree: batch => this.#agree(batch),
      seen: batch => void settings.adopt([batch]),
      done: batch => this.#done(batch),
      failed: failure => this.#failed(failure),
    });
  }

  begin(batch: Batch): void {
    void this.#syncs.start(batch);
  }

  isRunning(id: string): boolean {
    return this.#syncs.isRunning(id);
  }

  forget(): void {
    this.#syncs.forget();
  }

  /** What is said of those that failed. */
  get failures(): readonly TemplateResult[] {
    const words = this.#options.words();
    return this.#syncs.failures.map(failure => {
      const acts = {
        retry: () => void this.#syncs.retry(failure),
        dismiss: () => this.#syncs.dismiss(failure.batch.id),
      };
      return gatewayFailed(failure, acts, words);
    });
  }

  /** The question, where one is to be answered. */
  draw(): TemplateResult {
    return confirmDialog(this.#confirmation.request, confirmed => this.#confirmation.answer(confirmed));
  }

  async #agree(batch: Batch): Promise<boolean> {
    const { settings, words, find, action } = this.#options;
    const question = gatewayQuestion(batch, words());
    if (!(await (settings.confirm(question) ?? this.#confirmation.ask(question)))) return false;
    const newest = find(batch.id) ?? batch;
    return action(newest) === 'ready' && ask(this.#host, 'batch-sync-gateway-sync', { batch: newest });
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
