// `<batch-sync-table>` with everything on it, a page of 100 rows. It reads a page at a time from the adapter, and pays
// for that.
import '../../../../../src/define/table.ts';
import { pageSize } from '../stock.mjs';

/** @type {any} */
let table;

/** All rows of the page are there, in the end. */
export const isWhole = true;

/** Rows beyond the screen are drawn and laid out when somebody comes near, or when the page has rested a while. */
export function isSettled() {
  const { shadowRoot: root } = table;
  const ready = root.querySelectorAll('tbody tr.near').length;
  return !root.querySelector('[aria-rowcount]') && ready > 40;
}

/** @param {HTMLElement} root @param {import('../stock.mjs').Stock} stock */
export function mount(root, stock) {
  table = document.createElement('batch-sync-table');
  table.pageSize = pageSize;
  table.config = { adapter: stock.adapter };
  root.append(table);
}

export function unmount() {
  table.remove();
  table = null;
}

export function ids() {
  return [...table.shadowRoot.querySelectorAll('tbody tr[data-id]')].map(({ dataset }) => dataset.id);
}

/** What stands in the row of so many. @param {number} row */
export function textOf(row) {
  return table.shadowRoot.querySelectorAll('tbody tr[data-id]')[row]?.textContent ?? '';
}

/** @param {{sort?: string, search?: string}} view */
export function show({ sort, search }) {
  table.view = { ...(sort && { sort }), ...(search && { search, matchCase: false }) };
}

export function turn() {
  table.shadowRoot.querySelector('.pager button:last-of-type').click();
}

/** @param {import('../stock.mjs').Stock} stock @param {readonly import('../stock.mjs').Batch[]} changed */
export function tick(stock, changed) {
  stock.push(changed);
}

export function scroller() {
  return document.scrollingElement;
}
