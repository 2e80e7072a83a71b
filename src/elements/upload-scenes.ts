import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BatchDefinition } from '../core/definition.js';
import type { FileFault } from '../core/file-fault.js';
import type { Problem } from '../core/problem.js';
import type { Describing, Reading, UploadFlow } from '../state/upload-flow.js';
import type { DropLook } from '../ui/drop-zone.js';
import { pieceMissing } from '../ui/piece-missing.js';
import { chooseBody } from '../ui/upload-choose.js';
import { descriptionField } from '../ui/upload-description.js';
import { gateBody } from '../ui/upload-gate.js';
import type { UploadGate } from '../ui/upload-gate.js';
import { sheetButton } from '../ui/upload-sheet.js';
import type { Scene } from '../ui/upload-sheet.js';
import type { Words } from '../words/index.js';

/** Everything that the screen depends on until there is a file. */
export interface EntryView {
  readonly flow: UploadFlow;
  readonly gate: UploadGate;
  readonly gateProblem: Problem | null;
  readonly disabled: boolean;
  readonly definition: BatchDefinition;
  /** Whether a description is asked for. */
  readonly describes: boolean;
  readonly description: string;
  /** Whether the person tried to go on with the description as it is. */
  readonly judged: boolean;
  readonly look: DropLook;
  readonly fault: FileFault | null;
  /** Whether a file waits for what reads it, and why that cannot be had. */
  readonly awaited: { readonly problem: Problem | null } | null;
  /** Whether there is something to cancel: a dialog, or work. */
  readonly cancelable: boolean;
}

/** What a person can do until there is a file. */
export interface EntryActs {
  readonly choose: () => void;
  readonly sample: () => void;
  readonly dismiss: () => void;
  /** Ends what is under way. */
  readonly stop: () => void;
  readonly describe: () => void;
  readonly setDescription: (description: string) => void;
  readonly described: () => void;
  readonly retryRights: () => void;
  readonly retryDesk: () => void;
}

/** The screen until there is a file. What may not be begun here is not shown. */
export function entryScene(view: EntryView, acts: EntryActs, words: Words): Scene {
  const { flow, gate } = view;
  if (gate !== 'ready') {
    return { body: gateBody({ gate, problem: view.gateProblem, retry: acts.retryRights }, words) };
  }
  if (flow.phase === 'describing') return describing(flow, view, acts, words);
  if (flow.phase === 'reading' && view.awaited) return waiting(flow, view.awaited.problem, acts, words);
  return {
    body: chooseBody(
      {
        look: view.look,
        fault: view.fault,
        definition: view.definition,
        blocked: view.disabled,
        choose: acts.choose,
        sample: acts.sample,
      },
      words,
    ),
    status: view.disabled ? words.t('upload.disabled') : nothing,
    actions: html`${cancel(view, acts, words)}${
      view.describes ? sheetButton({ label: words.t('action.back'), press: acts.describe }) : nothing
    }`,
  };
}

/** A file that came before the code that reads it. */
function waiting({ file }: Reading, problem: Problem | null, acts: EntryActs, words: Words): Scene {
  return {
    body: html`<div class="under-way" tabindex="-1" data-focus>
      ${problem ? pieceMissing(problem, acts.retryDesk, words) : html`<p aria-busy="true">${words.t('upload.reading')}</p>`}
    </div>`,
    status: html`<bdi>${file.name}</bdi>`,
    actions: sheetButton({ label: words.t('upload.reading.stop'), press: acts.stop }),
  };
}

function describing(flow: Describing, view: EntryView, acts: EntryActs, words: Words): Scene {
  const { description: value, judged } = view;
  return {
    body: descriptionField({ value, judged, input: acts.setDescription }, words),
    status: flow.waiting ? html`<bdi>${flow.waiting.name}</bdi>` : nothing,
    actions: html`${cancel(view, acts, words)}${sheetButton({
      label: words.t('upload.description.submit'),
      press: acts.described,
      primary: true,
    })}`,
  };
}

export function cancel(
  { cancelable }: EntryView,
  { dismiss }: EntryActs,
  words: Words,
): TemplateResult | typeof nothing {
  return cancelable ? sheetButton({ label: words.t('action.cancel'), press: dismiss }) : nothing;
}
