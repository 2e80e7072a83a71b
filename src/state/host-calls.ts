import type { ConfirmRequest, LinkTarget, Notice, SharedConfig, TelemetryEvent } from '../adapter/context.js';
import { safeHref } from './resolve.js';

/**
 * The functions a host gave, each the current one when it is called. What they throw stays here; the host's own
 * telemetry hears that one failed, as `host-callback-failed` with its name.
 */
export class HostCalls {
  readonly #config: () => SharedConfig;

  constructor(config: () => SharedConfig) {
    this.#config = config;
  }

  /** `null` where there is no link, or none that is safe. */
  linkTo(target: LinkTarget): string | null {
    const href: unknown = this.#contained('linkTo', () => this.#config().linkTo?.(target));
    return typeof href === 'string' ? safeHref(href) : null;
  }

  /** `null` where the host asks nothing; a failure is a no. */
  confirm(request: ConfirmRequest): Promise<boolean> | null {
    const { confirm } = this.#config();
    if (!confirm) return null;
    const answer = Promise.resolve(this.#contained('confirm', () => confirm(request)));
    return answer.then(
      confirmed => confirmed === true,
      () => {
        this.#failed('confirm');
        return false;
      },
    );
  }

  notify(notice: Notice): void {
    this.#contained('notify', () => this.#config().notify?.(notice));
  }

  telemetry(name: string, data: TelemetryEvent['data']): void {
    this.#contained('onEvent', () => this.#config().onEvent?.({ name, data }));
  }

  #contained<Result>(name: string, call: () => Result): Result | undefined {
    try {
      return call();
    } catch {
      this.#failed(name);
      return undefined;
    }
  }

  #failed(name: string): void {
    if (name !== 'onEvent') this.telemetry('host-callback-failed', { callback: name });
  }
}
