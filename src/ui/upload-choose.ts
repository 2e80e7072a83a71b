import { html, nothing, type TemplateResult } from 'lit';
import type { BatchDefinition } from '../core/definition.js';
import type { FileFault } from '../core/file-fault.js';
import { has } from '../core/own-members.js';
import type { Words } from '../words/words.js';
import { dropZone, type DropLook } from './drop-zone.js';
import { fieldTable } from './field-table.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { notice } from './notice.js';
import { isolated } from './values.js';

interface ChooseContent {
  readonly look: DropLook;
  readonly fault: FileFault | null;
  readonly definition: BatchDefinition;
  /** Whether no file is taken. */
  readonly blocked: boolean;
  readonly choose: () => void;
  readonly sample: () => void;
}

/** Where a file is asked for: how it must look, a sample of it, and the place to put it. */
export function chooseBody(content: ChooseContent, words: Words): TemplateResult {
  const { definition, fault, sample } = content;
  return html`<div class="lead">
      <slot name="instructions"><p class="muted">${words.t('upload.instructions')}</p></slot>
      <button class="link sample" part="file-link" type="button" @click=${sample}>
        ${icon(icons.download)}<span class="visually-hidden">${words.t('upload.sample')}: </span
        >${definition.sampleFileName}
      </button>
    </div>
    ${faultNotice(fault, words)} ${dropZone(content, words)}
    <details class="fields" open>
      <summary>${icon(icons.chevronDown)}${words.t('field.heading')}</summary>
      ${fieldTable(definition, words)}
    </details>`;
}

/** What came instead of one file. */
export function faultText(fault: FileFault, words: Words): string {
  return words.t(`upload.fault.${fault.code}`, {
    ...(has(fault, 'count') && { count: fault.count }),
    ...(has(fault, 'fileName') && { file: isolated(fault.fileName) }),
  });
}

export function faultNotice(fault: FileFault | null, words: Words): TemplateResult | typeof nothing {
  return fault ? notice({ tone: 'failed', body: faultText(fault, words) }) : nothing;
}
