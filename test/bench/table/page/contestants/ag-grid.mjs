// AG Grid Community with all batches in the page, its default row model: it sorts, filters and pages by itself, and
// pays for that; it does not pay for having them. Set up as its pages on speed advise: only the modules in use, no
// cell renderers, rows of a fixed height, no rows beyond the ones on screen, no animation, no highlight under the
// pointer, columns of fixed width, rows known by an id, changes as asynchronous transactions with sorting of what
// changed alone.
import {
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ModuleRegistry,
  PaginationModule,
  TextFilterModule,
  createGrid,
} from 'ag-grid-community';
import { columns } from '../cells.mjs';
import { pageSize } from '../stock.mjs';

ModuleRegistry.registerModules([
  ClientSideRowModelModule,
  ClientSideRowModelApiModule,
  ColumnApiModule,
  PaginationModule,
  TextFilterModule,
]);

/** @type {HTMLElement} */
let frame;
/** @type {import('ag-grid-community').GridApi} */
let api;

/** @param {HTMLElement} root @param {import('../stock.mjs').Stock} stock */
export function mount(root, stock) {
  frame = document.createElement('div');
  frame.style.height = '640px';
  root.append(frame);
  api = createGrid(frame, {
    columnDefs: columns.map(({ name, header, width, text }) => ({
      colId: name,
      headerName: header,
      width,
      ...(name === 'progress' ? { valueGetter: ({ data }) => text(data) } : { field: name }),
      ...(/At$|total/.test(name) && { valueFormatter: ({ data }) => text(data) }),
      ...(name === 'createdAt' && { sort: 'desc' }),
      ...(name === 'fileName' && { filter: 'agTextColumnFilter' }),
    })),
    defaultColDef: { sortable: true, cellDataType: false },
    rowData: /** @type {any[]} */ (stock.all),
    getRowId: ({ data }) => data.id,
    rowBuffer: 0,
    animateRows: false,
    suppressRowHoverHighlight: true,
    suppressColumnMoveAnimation: true,
    deltaSort: true,
    pagination: true,
    paginationPageSize: pageSize,
    paginationPageSizeSelector: [10, 20, 50, 100],
  });
}

export function unmount() {
  api.destroy();
  frame.remove();
}

/** @returns {HTMLElement[]} */
function rows() {
  const found = [.../** @type {NodeListOf<HTMLElement>} */ (frame.querySelectorAll('.ag-row[row-index]'))];
  return found.sort((a, b) => Number(a.getAttribute('row-index')) - Number(b.getAttribute('row-index')));
}

export function ids() {
  return rows().map(row => row.getAttribute('row-id'));
}

/** @param {number} row */
export function textOf(row) {
  return rows()[row]?.textContent ?? '';
}

/** @param {{sort?: string, search?: string}} view */
export function show({ sort = '-createdAt', search }) {
  const state = [{ colId: sort.replace('-', ''), sort: /** @type {const} */ (sort.startsWith('-') ? 'desc' : 'asc') }];
  const isSorted = api
    .getColumnState()
    .some(({ colId, sort: now }) => colId === state[0].colId && now === state[0].sort);
  if (!isSorted) api.applyColumnState({ state, defaultState: { sort: null } });
  const model = search ? { fileName: { filterType: 'text', type: 'contains', filter: search } } : null;
  if (search || api.isAnyFilterPresent()) api.setFilterModel(model);
}

export function turn() {
  api.paginationGoToNextPage();
}

/** @param {unknown} _stock @param {readonly any[]} changed */
export function tick(_stock, changed) {
  for (const batch of changed) api.applyTransactionAsync({ update: [batch] });
}

export function scroller() {
  return frame.querySelector('.ag-grid-viewport');
}
