import { ContextConsumer } from '@lit/context';
import type { ReactiveController } from 'lit';
import { batchSyncContext } from '../adapter/context.js';
import type { BatchSyncContext } from '../adapter/context.js';
import type { ControllerHost } from './loader.js';

/**
 * What the nearest provider shares, `null` outside of one. A provider that is upgraded after its content is found when
 * it says that it is there; one that was left is forgotten.
 */
export class SharedContext implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #changed: () => void;
  readonly #consumer: ContextConsumer<typeof batchSyncContext, ControllerHost>;
  #value: BatchSyncContext | null = null;
  #answered = false;

  constructor(host: ControllerHost, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    this.#consumer = new ContextConsumer(host, {
      context: batchSyncContext,
      subscribe: true,
      callback: value => this.#take(value),
    });
    // After the consumer: when this one hears of the connection, the answer is there or there is none.
    host.addController(this);
  }

  get value(): BatchSyncContext | null {
    return this.#value;
  }

  hostConnected(): void {
    document.addEventListener('context-provider', this.#askAgain);
    if (!this.#answered && this.#value !== null) this.#forget();
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#askAgain);
    this.#answered = false;
    queueMicrotask(() => {
      if (!this.#host.isConnected && this.#value !== null) this.#forget();
    });
  }

  #take(value: BatchSyncContext): void {
    this.#answered = true;
    if (value === this.#value) return;
    this.#value = value;
    this.#changed();
  }

  #forget(): void {
    this.#value = null;
    this.#host.requestUpdate();
    this.#changed();
  }

  readonly #askAgain = (event: Event): void => {
    if ((event as Event & { context?: unknown }).context === batchSyncContext) {
      this.#consumer.hostConnected();
    }
  };
}
