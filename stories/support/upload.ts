import { html } from 'lit';
import type { Meta, Parameters, StoryObj } from '@storybook/web-components-vite';
import type { BatchSyncConfig, BatchSyncUpload } from '../../src/index.js';
import '../../src/define/provider.js';
import '../../src/define/upload.js';
import { backend, baseUrlOf, renewed } from './backend.js';
import type { BackendParameters } from './backend.js';
import { deepQueryAll, found, says, until } from './play.js';

export interface UploadArgs {
  layout: 'dialog' | 'inline';
  makerChecker: boolean;
  syncWithGateway: boolean;
  submitPolicy: 'block' | 'valid-only' | 'ask';
}

export type UploadStory = StoryObj<UploadArgs>;

/** What the stories of an upload have in common: it stands in the page, and its backend begins anew. */
export const uploadMeta = {
  component: 'batch-sync-upload',
  args: { layout: 'inline', makerChecker: false, syncWithGateway: false, submitPolicy: 'block' },
  argTypes: {
    layout: { control: 'inline-radio', options: ['inline', 'dialog'] },
    submitPolicy: { control: 'inline-radio', options: ['block', 'valid-only', 'ask'] },
  },
  loaders: [renewed],
  render: ({ layout, makerChecker, syncWithGateway, submitPolicy }, context) => html`
    <batch-sync-provider
      base-url=${baseUrlOf(context)}
      ?maker-checker=${makerChecker}
      .config=${(context.loaded as Partial<Configured>).config ?? null}
    >
      <batch-sync-upload
        layout=${layout}
        open
        submit-policy=${submitPolicy}
        ?sync-with-gateway=${syncWithGateway}
      ></batch-sync-upload>
    </batch-sync-provider>
  `,
} satisfies Meta<UploadArgs>;

/** A backend where everything works, what the stories of a page have in common, and play functions on that page, too. */
export function uploadPage(component: string): BackendParameters & Pick<Parameters, 'docs'> {
  return { ...backend(), docs: { description: { component }, story: { autoplay: true } } };
}

/** What a story of a dialog needs: on a page of many stories it has a frame of its own. */
export const inDialog = {
  args: { layout: 'dialog' },
  parameters: { docs: { story: { autoplay: false, inline: false, height: '640px' } } },
} as const satisfies UploadStory;

interface Configured {
  readonly config: BatchSyncConfig;
}

/** A loader: what the host of a story configures, made anew each time one is opened. */
export function configured(config: () => BatchSyncConfig): () => Configured {
  return () => ({ config: config() });
}

export function uploadIn(canvas: HTMLElement): BatchSyncUpload {
  return canvas.querySelector('batch-sync-upload')!;
}

/** A small file: rows beneath the preset's header. */
export function csv(rows: readonly string[], name = 'october.csv'): File {
  const lines = ['order_id,txn_id,unique_request_id', ...rows];
  return new File([lines.map(line => `${line}\r\n`).join('')], name, { type: 'text/csv' });
}

/** What is there where a file can be chosen, and not while that is not known. */
export const chooseFile = '[part~="dropzone"] [part~="button"]';

/** Chooses a file as a person does, once the element asks for one. */
export async function choose(canvas: HTMLElement, file: File): Promise<void> {
  await found(canvas, chooseFile);
  uploadIn(canvas).selectFile(file);
}

/** Chooses a file and waits for the verdict. */
export async function review(canvas: HTMLElement, file: File): Promise<void> {
  await choose(canvas, file);
  await until(() => uploadIn(canvas).phase === 'review', 'The verdict did not come');
  await found(canvas, '[part~="summary"]');
}

/** Waits until these words are on screen. */
export async function see(canvas: HTMLElement, words: string): Promise<void> {
  await until(() => says(canvas, words), `It does not say "${words}"`);
}

/** Presses a button or a link by its name, once it can be pressed. */
export async function press(canvas: HTMLElement, name: string): Promise<void> {
  const control = await until(
    () => deepQueryAll(canvas, 'button:not([aria-disabled="true"]), a[href]').find(each => nameOf(each) === name),
    `There is no "${name}" to press`,
  );
  control.click();
}

/** Ticks the box beside these words. */
export async function tick(canvas: HTMLElement, words: string): Promise<void> {
  const label = await until(
    () => deepQueryAll(canvas, 'label').find(each => nameOf(each).startsWith(words)),
    `There is no box "${words}"`,
  );
  label.click();
}

/** Types into a cell of the review and leaves it. */
export async function edit(canvas: HTMLElement, row: number, value: string, column = 'order_id'): Promise<void> {
  const cell = (await found(canvas, `[data-row="${row}"][data-column="${column}"]`)) as HTMLInputElement;
  cell.value = value;
  cell.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Types the description. */
export async function describe(canvas: HTMLElement, text: string): Promise<void> {
  const field = (await found(canvas, 'textarea')) as HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Drags something over the upload, or drops it there, once a file can be given. */
export async function drag(canvas: HTMLElement, type: 'dragenter' | 'drop', data: DataTransfer): Promise<void> {
  const zone = (await found(canvas, chooseFile)).closest('[part~="dropzone"]')!;
  zone.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
}

/** What a drag of these files carries. */
export function carrying(...files: readonly File[]): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

function nameOf(control: HTMLElement): string {
  return (control.getAttribute('aria-label') ?? control.textContent).replace(/[\s\u2066-\u2069]+/g, ' ').trim();
}
