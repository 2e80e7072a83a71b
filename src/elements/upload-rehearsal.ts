import { render } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import { sampleCsv, validateFile } from '../core/index.js';
import type { BatchDefinition } from '../core/definition.js';
import type { ValidationReport } from '../core/report.js';
import { IdleWork } from '../state/idle-work.js';
import type { ControllerHost } from '../state/loader.js';

interface RehearsalOptions {
  /** Whether a file is awaited; once it comes, nothing else is to be done. */
  readonly isAwaiting: () => boolean;
  readonly definition: () => BatchDefinition;
  /** The sheet with a file under review. */
  readonly sheet: (file: File, report: ValidationReport) => TemplateResult;
}

/** Rows of the file that is tried: enough for the browser to take the code for worth its while. */
const rehearsedRows = 300;

/**
 * Reads, judges and draws a made-up file where nobody sees it, while the person looks for theirs and the page has
 * nothing else to do: what runs for the first time when their file comes would keep them waiting.
 */
export class Rehearsal implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: RehearsalOptions;
  readonly #idle: IdleWork;
  #hasBegun = false;

  constructor(host: ControllerHost, options: RehearsalOptions) {
    this.#host = host;
    this.#options = options;
    this.#idle = new IdleWork(host);
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#options.isAwaiting()) {
      this.#idle.end();
    } else if (!this.#hasBegun) {
      this.#hasBegun = true;
      this.#idle.begin(this.#pieces());
    }
  }

  *#pieces(): Generator<void> {
    const { definition, sheet } = this.#options;
    const [sound, spoilt] = filesOf(definition());
    // What is done twice is known better.
    for (const file of [sound, spoilt, spoilt]) {
      const report = yield* reading(file, definition());
      if (report === null) return;
      const stage = document.createElement('div');
      stage.className = 'stage';
      render(sheet(file, report), stage);
      yield;
      this.#lay(stage);
      yield;
    }
  }

  /** Styles are worked out for the place where they will be needed. Gone before anybody could see it. */
  #lay(stage: HTMLElement): void {
    this.#host.shadowRoot?.querySelector('.sheet')?.append(stage);
    void stage.offsetHeight;
    stage.remove();
  }
}

/** `null` for a definition that is at fault, which is said of a person's file. */
function* reading(file: File, definition: BatchDefinition): Generator<void, ValidationReport | null> {
  const abort = new AbortController();
  let found: ValidationReport | null | undefined;
  const settle = (report: ValidationReport | null) => {
    found = report;
  };
  validateFile(file, definition, { signal: abort.signal }).then(settle, () => settle(null));
  try {
    while (found === undefined) yield;
    return found;
  } finally {
    abort.abort();
  }
}

/** One in order, and one with something of everything. */
function filesOf(definition: BatchDefinition): readonly [sound: File, spoilt: File] {
  const { columns, limits } = definition;
  const sample = sampleCsv(definition);
  const row = (cell: (example: string) => string) => `${columns.map(({ example }) => cell(example)).join(',')}\r\n`;
  const rows = [row(() => ''), row(example => ` ${example}`), row(example => `${example} !`), row(example => example)];
  const count = Math.min(rehearsedRows, limits.maxRows);
  const many = Array.from({ length: count }, (_, index) => rows[index % rows.length]).join('');
  const header = sample.slice(0, sample.indexOf('\n') + 1);
  return [new File([sample], 'sample.csv'), new File([header + many], 'sample.csv')];
}
