import type { BatchSyncTable } from '../../src/index.js';
import '../../src/define/provider.js';
import '../../src/define/table.js';
import { deepQuery, found, says, until } from './play.js';

export function tableOf(canvas: ParentNode): BatchSyncTable {
  return deepQuery(canvas, 'batch-sync-table') as BatchSyncTable;
}

export async function withRows(canvas: ParentNode): Promise<void> {
  await found(canvas, '[part~="file-link"]');
}

/** Presses a control of the table by its name, once it is there. */
export async function press(canvas: ParentNode, name: string | RegExp): Promise<void> {
  const control = await until(
    () => {
      const controls = [...(tableOf(canvas).shadowRoot?.querySelectorAll<HTMLElement>('button, a[href]') ?? [])];
      return controls.find(each => {
        const own = (each.getAttribute('aria-label') ?? each.textContent ?? '').replace(/\s+/g, ' ').trim();
        return each.checkVisibility() && (typeof name === 'string' ? own === name : name.test(own));
      });
    },
    `There is no ${String(name)}`,
  );
  control.click();
}

export async function saying(canvas: ParentNode, words: string): Promise<void> {
  await until(() => says(canvas, words), `It does not say: ${words}`);
}

/** Searches by file name, as a person does who presses Enter. */
export async function searchFor(canvas: ParentNode, text: string): Promise<void> {
  await withRows(canvas);
  const field = (await found(canvas, '[part~="search"] .search-input')) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
}

/** Opens a filter beneath its button. */
export async function openFilter(canvas: ParentNode, name: 'status' | 'created'): Promise<void> {
  await withRows(canvas);
  (await found(canvas, `[data-filter="${name}"]`)).click();
}
