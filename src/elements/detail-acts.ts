import type { ReactiveController } from 'lit';
import type { Batch } from '../core/batch.js';
import { gatewaySyncReadiness } from '../core/gateway-sync.js';
import { isActive, isTerminal } from '../core/status.js';
import type { Intention } from '../state/act.js';
import { AwaitedPress } from '../state/awaited-press.js';
import type { BatchFollower } from '../state/batch.js';
import type { ControllerHost } from '../state/loader.js';
import type { Piece } from '../state/piece.js';
import type { Settings } from '../state/settings.js';
import type { PressedAct } from '../ui/detail-actions.js';
import type { GatewayAction } from '../ui/gateway.js';
import type { BatchActs } from './detail-acts.piece.js';

export interface DetailActsOptions {
  readonly settings: Settings;
  readonly follower: BatchFollower;
  readonly piece: () => Piece<BatchActs>;
}

/** What a person can do to the batch on screen: whether it is offered, and the way to what a press begins. */
export class DetailActs implements ReactiveController {
  readonly #options: DetailActsOptions;
  /** What begins as soon as there is the code for it. */
  readonly #begins: AwaitedPress<PressedAct>;

  constructor(host: ControllerHost, options: DetailActsOptions) {
    this.#options = options;
    this.#begins = new AwaitedPress(host, () => options.piece().status.state === 'loading');
    host.addController(this);
  }

  /** `null` until something was asked for, or the page rested. */
  get acts(): BatchActs | null {
    return this.#options.piece().contents;
  }

  /** What was pressed and waits for the code. */
  get awaited(): PressedAct | null {
    return this.#begins.coming;
  }

  gateway(batch: Batch): GatewayAction {
    if (!this.#options.settings.can('gateway-sync')) return 'none';
    return this.acts?.running === 'gateway-sync' ? 'sending' : gatewaySyncReadiness(batch);
  }

  offers(action: Intention['action'], batch: Batch): boolean {
    const { settings } = this.#options;
    const { status, tasks, allowedActions } = batch;
    switch (action) {
      case 'gateway-sync':
        return this.gateway(batch) === 'ready';
      case 'retry':
        return tasks.failed > 0 && isTerminal(status) && settings.can('retry', batch);
      case 'cancel':
        return (isActive(status) || status === 'PENDING_APPROVAL') && settings.can('cancel', batch);
      case 'decide': {
        // Where nobody says who the person is, it may be their own batch: then only the server's word counts.
        const other = settings.user !== null || (allowedActions?.includes('decide') ?? false);
        return status === 'PENDING_APPROVAL' && other && settings.can('decide', batch);
      }
    }
  }

  begin(intention: Intention): void {
    if (this.offers(intention.action, intention.batch)) this.acts?.begin(intention);
  }

  /** Its button was pressed. A second press changes nothing while the first waits. */
  press(action: PressedAct, batch: Batch): void {
    const piece = this.#options.piece();
    if (piece.want() !== null) return this.begin({ action, batch });
    if (this.awaited === action) return;
    this.#begins.press(action);
    piece.retry();
  }

  /** Another batch is on screen. */
  leave(): void {
    this.#begins.take();
    this.acts?.leave();
  }

  forget(): void {
    this.#begins.take();
    this.acts?.forget();
  }

  hostUpdate(): void {
    const { batch } = this.#options.follower;
    const action = this.acts && this.#begins.take();
    if (action && batch) this.begin({ action, batch });
  }
}
