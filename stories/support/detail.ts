import { html, nothing } from 'lit';
import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { createMemoryAdapter, defaultSession } from '../../mocks/index.js';
import type { Backend, BackendOptions } from '../../mocks/index.js';
import { defaultView } from '../../src/core/index.js';
import type { BatchSyncAdapter } from '../../src/adapter/index.js';
import type { Batch } from '../../src/core/batch.js';
import '../../src/define/detail.js';
import '../../src/define/provider.js';
import { backend, baseUrlOf, renewed } from './backend.js';
import { deepQuery, found, says, until } from './play.js';

export interface DetailArgs {
  batchId: string;
  collapsed: boolean;
  taskPageSize: number;
  hide: string;
  readonly: boolean;
  locale: string;
}

export type DetailStory = StoryObj<DetailArgs>;
type Play = NonNullable<DetailStory['play']>;

/** Which batch a story shows: the newest that is as it should be. */
type Wanted = Batch['status'] | ((batch: Batch) => boolean);

interface Staged {
  readonly backend: Backend;
  readonly batchId: string;
}

/** A loader: sets the newest batch on stage that is as it should be, on a backend that begins anew. */
function staged(context: { readonly parameters: object }): Staged {
  const renewal = renewed(context);
  const { wanted } = context.parameters as { readonly wanted?: Wanted };
  const isWanted = typeof wanted === 'function' ? wanted : ({ status }: Batch) => status === wanted;
  const { items } = renewal.backend.engine.listBatches(defaultSession, { ...defaultView, pageSize: 200 });
  return { ...renewal, batchId: items.find(isWanted)?.id ?? '' };
}

/** What the stories of a batch have in common. */
export const detailMeta = {
  component: 'batch-sync-detail',
  args: { batchId: '', collapsed: false, taskPageSize: 6, hide: '', readonly: false, locale: '' },
  loaders: [staged],
  render: (args, context) => html`
    <batch-sync-provider
      base-url=${baseUrlOf(context)}
      locale=${args.locale || nothing}
      .config=${{ linkTo: () => '#' }}
    >
      ${detailOf(args, context)}
    </batch-sync-provider>
  `,
} satisfies Meta<DetailArgs>;

/** The detail alone, for a host of the story's own. */
export function detailOf(
  { batchId, collapsed, taskPageSize, hide, readonly }: DetailArgs,
  { loaded }: Pick<StoryContext, 'loaded'>,
) {
  return html`<batch-sync-detail
    batch-id=${batchId || (loaded as Staged).batchId}
    task-page-size=${taskPageSize}
    hide=${hide}
    ?collapsed=${collapsed}
    ?readonly=${readonly}
  ></batch-sync-detail>`;
}

/** A batch of a backend of the story's own. */
export function of(wanted: Wanted, options: BackendOptions = {}): Pick<DetailStory, 'parameters'> {
  return { parameters: { ...backend(options), wanted } };
}

/** An adapter of the story's backend some of whose answers the story gives itself. */
export function adapterOf(
  { loaded }: Pick<StoryContext, 'loaded'>,
  change: (adapter: BatchSyncAdapter) => Partial<BatchSyncAdapter>,
): BatchSyncAdapter {
  const adapter = createMemoryAdapter({ engine: (loaded as Staged).backend.engine });
  return { ...adapter, ...change(adapter) };
}

export const withTasks: Play = async ({ canvasElement }) => {
  await found(canvasElement, '[part~="row"]:not(.skeleton-row)');
};

export async function see(canvas: ParentNode, words: string): Promise<void> {
  await until(() => says(canvas, words), `It does not say: ${words}`);
}

/** A story whose text says what it is about. */
export const saying =
  (words: string): Play =>
  ({ canvasElement }) =>
    see(canvasElement, words);

/** Presses one control after the other, and waits for what the last one brings. */
export function pressing(names: readonly (string | RegExp)[], words: string): Play {
  return async context => {
    await withTasks(context);
    for (const name of names) await press(context.canvasElement, name);
    await see(context.canvasElement, words);
  };
}

/** Says yes to the question on screen. */
export async function confirm(canvas: ParentNode): Promise<void> {
  (await found(canvas, 'dialog[open] .button-primary')).click();
}

/** Presses a control of the detail by its name, once it is there. */
export async function press(root: ParentNode, name: string | RegExp): Promise<void> {
  const control = await until(
    () => {
      const controls = deepQuery(root, 'batch-sync-detail')?.shadowRoot?.querySelectorAll<HTMLElement>(
        'button, a[href]',
      );
      return [...(controls ?? [])].find(each => {
        const own = (each.getAttribute('aria-label') ?? each.textContent ?? '').replace(/\s+/g, ' ').trim();
        return typeof name === 'string' ? own === name : name.test(own);
      });
    },
    `There is no ${String(name)}`,
  );
  control.click();
}
