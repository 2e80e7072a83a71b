import { nothing, type TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import type { Problem } from '../core/problem.js';
import { ActRunner, type Intention } from '../state/act.js';
import type { Announcer } from '../state/announcer.js';
import type { BatchFollower } from '../state/batch.js';
import { Confirmation } from '../state/confirmation.js';
import type { ControllerHost } from '../state/loader.js';
import type { Settings } from '../state/settings.js';
import { actDone, actFailed, questionOf } from '../ui/batch-acts.js';
import { confirmDialog } from '../ui/confirm-dialog.js';
import { dialog } from '../ui/styles/index.js';
import { isolated } from '../ui/values.js';
import { batchActsEnglish } from '../words/en-batch-acts.js';
import type { Words } from '../words/words.js';
import { ask, tell } from './ask.js';
import type { PieceContents } from './pieces.js';

export interface BatchActsOptions {
  readonly settings: Settings;
  readonly follower: BatchFollower;
  readonly announcer: Announcer;
  readonly words: () => Words;
  readonly failed: (problem: Problem, action: Intention['action']) => void;
  /** Whether it can be done to a batch now. */
  readonly offers: (action: Intention['action'], batch: Batch) => boolean;
}

/** What a person asked for and got. */
interface ActOutcome {
  readonly message: string;
  /** The new batch of a retry. */
  readonly childId: string | null;
}

export const styles = [dialog];

/** What a person does to the batch on screen: the question before it, the events around it, and what is said of it. */
export class BatchActs implements PieceContents {
  readonly words = batchActsEnglish;
  readonly styles = styles;
  readonly #host: ControllerHost;
  readonly #options: BatchActsOptions;
  readonly #confirmation: Confirmation;
  readonly #runner: ActRunner;
  #outcome: ActOutcome | null = null;
  #isSettling = false;

  constructor(host: ControllerHost, options: BatchActsOptions) {
    this.#host = host;
    this.#options = options;
    this.#confirmation = new Confirmation(host);
    this.#runner = new ActRunner(host, {
      adapter: () => options.settings.adapter,
      agree: intention => this.#agree(intention),
      done: (intention, answer) => this.#done(intention, answer),
      failed: (intention, problem) => this.#failed(intention, problem),
    });
  }

  /** What the server is being asked for; `null` for nothing. */
  get running(): Intention['action'] | null {
    const { status } = this.#runner;
    return status.state === 'running' ? status.action : null;
  }

  /** Whether what changes now is what the person does. */
  get isUnderWay(): boolean {
    return this.running !== null || this.#isSettling;
  }

  begin(intention: Intention): void {
    if (this.#runner.busy) return;
    this.#outcome = null;
    void this.#runner.begin(intention);
  }

  /** Another batch is on screen. */
  leave(): void {
    this.#outcome = null;
    this.#confirmation.answer(false);
    this.#runner.reset();
  }

  forget(): void {
    this.#runner.forget();
    this.leave();
  }

  /** What is said of the last one. `linkTo`: a link to another batch. */
  notices(linkTo: (id: string, text: string) => TemplateResult): (TemplateResult | typeof nothing)[] {
    const words = this.#options.words();
    const { status } = this.#runner;
    const outcome = this.#outcome;
    const dismiss = () => this.#dismiss();
    const retry = () => void this.#runner.retry();
    const way = outcome?.childId ? linkTo(outcome.childId, words.t('retry.open')) : nothing;
    return [
      status.state === 'failed' ? actFailed(status, retry, dismiss, words) : nothing,
      outcome === null ? nothing : actDone(outcome.message, way, dismiss, words),
    ];
  }

  /** The question, where one is to be answered. */
  draw(): TemplateResult {
    return confirmDialog(this.#confirmation.request, confirmed => this.#confirmation.answer(confirmed));
  }

  /** Takes every message off the screen; what is under way stays. */
  #dismiss(): void {
    this.#outcome = null;
    if (this.#runner.status.state === 'failed') this.#runner.reset();
    this.#host.requestUpdate();
  }

  async #agree(intention: Intention): Promise<boolean> {
    const { settings, follower, words, offers } = this.#options;
    const { action } = intention;
    if (action === 'decide')
      return ask(this.#host, 'batch-sync-decide', { batch: intention.batch, ...intention.decision });
    const question = questionOf(action, intention.batch, words());
    if (!(await (settings.confirm(question) ?? this.#confirmation.ask(question)))) return false;
    const { batch } = follower;
    if (batch?.id !== intention.batch.id) return false;
    return offers(action, batch) && ask(this.#host, `batch-sync-${action}`, { batch });
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
    if (runs && this.#runner.status.state === 'failed') this.#runner.reset();
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
