// What must be reached: medians of one run, of ratios within a round where it is a ratio.

/** @typedef {import('../csv/targets.mjs').Target} Target */

const KB = 1024;

/** @param {number} most @param {string} [of] @returns {Target} */
const ratio = (most, of) => ({ text: `≤ ${most} ×${of ? ` ${of}` : ''}`, most, unit: '×' });

/** Where 100,000 batches exist. */
export const targets = {
  mount: { 'ag-grid': ratio(0.25), vaadin: ratio(0.6) },
  sort: { 'ag-grid': ratio(0.3) },
  filter: { 'ag-grid': ratio(0.3) },
  tick: { 'ag-grid': ratio(0.2) },
  growth: ratio(1.3, 'of 1,000 batches'),
  scroll: { 'ag-grid': ratio(0.5) },
  export1k: ratio(0.6),
  export1M: ratio(0.5),
  exportMemory: ratio(0.2),
  exportTask: { text: '≤ 50 ms', most: 50, unit: /** @type {const} */ ('ms') },
  left: {
    listeners: { text: 'none', most: 0, unit: /** @type {const} */ ('count') },
    nodes: { text: 'none', most: 0, unit: /** @type {const} */ ('count') },
    heap: { text: '≤ 256 KB', most: 256 * KB, unit: /** @type {const} */ ('KB') },
  },
};
