import type { Decision } from '../adapter/adapter.js';
import type { Batch } from '../core/batch.js';
import { gatewaySyncReadiness } from '../core/gateway-sync.js';
import type { Problem } from '../core/problem.js';
import { isActive, isTerminal } from '../core/status.js';
import { ActRunner, type Intention } from '../state/act.js';
import type { Announcer } from '../state/announcer.js';
import type { BatchFollower } from '../state/batch.js';
import { Confirmation } from '../state/confirmation.js';
import type { ControllerHost } from '../state/loader.js';
import type { Settings } from '../state/settings.js';
import { questionOf } from '../ui/detail-actions.js';
import type { GatewayAction } from '../ui/gateway.js';
import { isolated } from '../ui/values.js';
import type { Words } from '../words/words.js';
import { ask, tell } from './ask.js';

export interface DetailActsOptions {
  readonly settings: Settings;
  readonly follower: BatchFollower;
  readonly announcer: Announcer;
  readonly words: () => Words;
  readonly failed: (problem: Problem, action: Intention['action']) => void;
}

/** What a person asked for and got. */
export interface ActOutcome {
  readonly message: string;
  /** The new batch of a retry. */
  readonly childId: string | null;
}

/**
 * What a person does to the batch on screen: whether it is offered, the question before it, the events around it, and
 * what is said of it afterwards.
 */
export class DetailActs {
  readonly confirmation: Confirmation;
  readonly runner: ActRunner;
  readonly #host: ControllerHost;
  readonly #options: DetailActsOptions;
  #outcome: ActOutcome | null = null;
  #isSettling = false;

  constructor(host: ControllerHost, options: DetailActsOptions) {
    this.#host = host;
    this.#options = options;
    this.confirmation = new Confirmation(host);
    this.runner = new ActRunner(host, {
      adapter: () => options.settings.adapter,
      agree: intention => this.#agree(intention),
      done: (intention, answer) => this.#done(intention, answer),
      failed: (intention, problem) => this.#failed(intention, problem),
    });
  }

  /** What went well and was not dismissed yet. */
  get outcome(): ActOutcome | null {
    return this.#outcome;
  }

  /** Whether what changes now is what the person does. */
  get isUnderWay(): boolean {
    return this.runner.status.state === 'running' || this.#isSettling;
  }

  gateway(batch: Batch): GatewayAction {
    const { status } = this.runner;
    if (!this.#options.settings.can('gateway-sync')) return 'none';
    return status.state === 'running' && status.action === 'gateway-sync' ? 'sending' : gatewaySyncReadiness(batch);
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
    if (this.runner.busy || !this.offers(intention.action, intention.batch)) return;
    this.#outcome = null;
    void this.runner.begin(intention);
  }

  decide(batch: Batch, decision: Decision): void {
    this.begin({ action: 'decide', batch, decision });
  }

  /** Takes every message off the screen; what is under way stays. */
  dismiss(): void {
    this.#outcome = null;
    if (this.runner.status.state === 'failed') this.runner.reset();
    this.#host.requestUpdate();
  }

  /** Another batch is on screen. */
  leave(): void {
    this.#outcome = null;
    this.confirmation.answer(false);
    this.runner.reset();
  }

  forget(): void {
    this.runner.forget();
    this.leave();
  }

  async #agree(intention: Intention): Promise<boolean> {
    const { settings, follower, words } = this.#options;
    const { action } = intention;
    if (action === 'decide')
      return ask(this.#host, 'batch-sync-decide', { batch: intention.batch, ...intention.decision });
    const question = questionOf(action, intention.batch, words());
    if (!(await (settings.confirm(question) ?? this.confirmation.ask(question)))) return false;
    const { batch } = follower;
    if (batch?.id !== intention.batch.id) return false;
    return this.offers(action, batch) && ask(this.#host, `batch-sync-${action}`, { batch });
  }

  #done(intention: Intention, answer: Batch): void {
    const { settings, follower } = this.#options;
    const batch = settings.adopt([answer])[0] ?? answer;
    this.#isSettling = true;
    follower.take([batch]);
    this.#isSettling = false;
    this.#say(intention, batch);
    switch (intention.action) {
      case 'gateway-sync':
        return tell(this.#host, 'batch-sync-gateway-synced', { batch });
      case 'cancel':
        return tell(this.#host, 'batch-sync-canceled', { batch });
      case 'decide':
        return tell(this.#host, 'batch-sync-decided', { batch, ...intention.decision });
      case 'retry':
        tell(this.#host, 'batch-sync-retried', { batch, parentId: intention.batch.id });
        // The parent has a child now, and a backend without events does not say so.
        return void follower.refresh();
    }
  }

  #say(intention: Intention, batch: Batch): void {
    const { settings, follower, announcer, words } = this.#options;
    const { key, code } = said(intention);
    const message = words().t(key, { file: isolated(intention.batch.fileName) });
    const shown = follower.batch?.id === intention.batch.id;
    if (shown) this.#outcome = { message, childId: intention.action === 'retry' ? batch.id : null };
    announcer.say(message);
    settings.notify({ code, severity: 'success', message, batchId: batch.id });
    const { accepted, failed, queued } = intention.batch.tasks;
    const decision = intention.action === 'decide' ? intention.decision.decision : null;
    settings.telemetry(code, { ...(decision && { decision }), accepted, failed, queued });
    this.#host.requestUpdate();
  }

  #failed({ action, batch }: Intention, problem: Problem): void {
    const { settings, follower, announcer, words, failed } = this.#options;
    announcer.say(words().t(`act.failed.${action}`));
    failed(problem, action);
    if (problem.status === 403) settings.retryCapabilities();
    // Somebody else was faster: what they did is shown, and a sync that runs is no failure.
    if (problem.status === 409 && follower.batch?.id === batch.id) void this.#seeWhatRuns(action);
  }

  async #seeWhatRuns(action: Intention['action']): Promise<void> {
    const { follower } = this.#options;
    await follower.refresh();
    const runs = action === 'gateway-sync' && follower.batch?.gatewaySync?.state === 'running';
    if (runs && this.runner.status.state === 'failed') this.runner.reset();
  }
}

function said(intention: Intention) {
  switch (intention.action) {
    case 'gateway-sync':
      return { key: 'gateway.requested', code: 'gateway-synced' } as const;
    case 'retry':
      return { key: 'retry.done', code: 'retried' } as const;
    case 'cancel':
      return { key: 'cancel.done', code: 'canceled' } as const;
    case 'decide': {
      const approved = intention.decision.decision === 'approve';
      return { key: approved ? 'decide.approved' : 'decide.rejected', code: 'decided' } as const;
    }
  }
}
