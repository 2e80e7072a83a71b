// Vaadin Grid that reads a page at a time from the same adapter as ours, as its documentation advises for many rows,
// and pays for that. Columns of fixed width; text is set by a renderer where the value is not the text.
import '@vaadin/grid/vaadin-grid.js';
import { columns } from '../cells.mjs';
import { pageSize } from '../stock.mjs';

/** @type {any} */
let grid;
let search = '';
let sort = '-createdAt';
/** Of the page of each index. @type {(string | null)[]} */
let cursors = [null];
/** @type {Map<string, any>} */
const items = new Map();

/** @param {HTMLElement} root @param {import('../stock.mjs').Stock} stock */
export function mount(root, stock) {
  search = '';
  sort = '-createdAt';
  cursors = [null];
  items.clear();
  grid = document.createElement('vaadin-grid');
  grid.style.height = '640px';
  grid.pageSize = pageSize;
  grid.itemIdPath = 'id';
  for (const { name, header, width, text } of columns) {
    const column = document.createElement('vaadin-grid-column');
    Object.assign(column, { header, width: `${width}px`, flexGrow: 0, resizable: false });
    if (/^fileName|^id|^status/.test(name)) column.path = name;
    else
      column.renderer = (/** @type {HTMLElement} */ cell, /** @type {any} */ _, /** @type {any} */ { item }) => {
        cell.textContent = text(item);
      };
    grid.append(column);
  }
  grid.dataProvider = (/** @type {any} */ asked, /** @type {any} */ callback) =>
    void answer(stock, asked.page, callback);
  root.append(grid);
}

/** @param {import('../stock.mjs').Stock} stock @param {number} page @param {(items: readonly any[], size: number) => void} callback */
async function answer(stock, page, callback) {
  const view = { search, matchCase: false, statuses: [], createdFrom: null, createdTo: null, sort, pageSize };
  const found = await stock.adapter.listBatches(
    { ...view, cursor: cursors[page] ?? null },
    { signal: new AbortController().signal },
  );
  cursors[page + 1] = found.next;
  for (const item of found.items) items.set(item.id, item);
  callback(found.items, found.total ?? 0);
}

export function unmount() {
  grid.remove();
  grid = null;
}

/** Those on screen and a few around them. */
function rows() {
  const found = [...grid.shadowRoot.querySelectorAll('#items > tr')].filter(row => !row.hidden);
  return found.sort((a, b) => a.index - b.index);
}

export function ids() {
  return rows().map(row => row._item?.id);
}

/** What stands in the row of so many. @param {number} row */
export function textOf(row) {
  return [...(rows()[row]?.children ?? [])].map(cell => cell._content.textContent).join('');
}

/** @param {{sort?: string, search?: string}} view */
export function show(view) {
  sort = view.sort ?? '-createdAt';
  search = view.search ?? '';
  cursors = [null];
  grid.clearCache();
  grid.scrollToIndex(0);
}

/** It scrolls on where others turn a page. @param {number} page */
export function turn(page) {
  grid.scrollToIndex(page * pageSize);
}

/** @param {unknown} _stock @param {readonly any[]} changed */
export function tick(_stock, changed) {
  for (const batch of changed) Object.assign(items.get(batch.id) ?? {}, batch);
  grid.requestContentUpdate();
}

export function scroller() {
  return grid.shadowRoot.querySelector('#table');
}
