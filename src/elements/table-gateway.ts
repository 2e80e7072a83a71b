import type { ReactiveController } from 'lit';
import type { Batch } from '../core/batch.js';
import { gatewaySyncReadiness } from '../core/gateway-sync.js';
import type { Announcer } from '../state/announcer.js';
import { AwaitedPress } from '../state/awaited-press.js';
import type { ControllerHost } from '../state/loader.js';
import type { Piece } from '../state/piece.js';
import type { Settings } from '../state/settings.js';
import type { GatewayAction } from '../ui/gateway.js';
import type { Words } from '../words/words.js';
import type { ListGateway } from './table-gateway.piece.js';

export interface TableGatewayOptions {
  readonly settings: Settings;
  readonly announcer: Announcer;
  readonly words: () => Words;
  /** A batch on screen. */
  readonly find: (id: string) => Batch | undefined;
}

interface ButtonsOptions extends TableGatewayOptions {
  readonly piece: () => Piece<ListGateway>;
}

/** "Sync with Gateway" in the rows: what the button of each is, and the way to what a press begins. */
export class TableGateway implements ReactiveController {
  readonly #options: ButtonsOptions;
  /** The batch of which it begins as soon as there is the code for it. */
  readonly #begins: AwaitedPress<string>;

  constructor(host: ControllerHost, options: ButtonsOptions) {
    this.#options = options;
    this.#begins = new AwaitedPress(host, () => options.piece().status.state === 'loading');
    host.addController(this);
  }

  /** What the button of a batch is. */
  action(batch: Batch): GatewayAction {
    const { settings, piece } = this.#options;
    if (!settings.can('gateway-sync')) return 'none';
    if (piece().contents?.isRunning(batch.id)) return 'sending';
    const readiness = gatewaySyncReadiness(batch);
    return readiness === 'ready' && this.#begins.coming === batch.id ? 'awaited' : readiness;
  }

  /** The button was pressed. A second press changes nothing while the first waits. */
  press(batch: Batch, reason: string): void {
    const action = this.action(batch);
    if (action === 'awaited') return;
    if (action !== 'ready') return this.#options.announcer.say(reason);
    const piece = this.#options.piece();
    const gateway = piece.want();
    if (gateway !== null) return gateway.begin(batch);
    this.#begins.press(batch.id);
    piece.retry();
  }

  forget(): void {
    this.#begins.take();
    this.#options.piece().contents?.forget();
  }

  hostUpdate(): void {
    const { piece, find } = this.#options;
    const gateway = piece().contents;
    const batch = gateway && find(this.#begins.take() ?? '');
    if (batch && this.action(batch) === 'ready') gateway.begin(batch);
  }
}
