// The page's half of the benchmark: holds one contestant and its batches. Node asks through `window.bench`.
import { createStock, pageSize } from './stock.mjs';
import { shown } from './watch.mjs';

/** @type {Record<string, () => Promise<any>>} */
const contestants = {
  ours: () => import('./contestants/ours.mjs'),
  'ag-grid': () => import('./contestants/ag-grid.mjs'),
  vaadin: () => import('./contestants/vaadin.mjs'),
  export: () => import('./contestants/export.mjs'),
  unparse: () => import('./contestants/unparse.mjs'),
};

/** Milliseconds after the rows are painted in which what was put off for a moment is done. */
const afterwards = 200;

const root = /** @type {HTMLElement} */ (document.querySelector('#root'));
/** @type {any} */
let contestant;
/** @type {import('./stock.mjs').Stock} */
let stock;
/** Ids that are to be seen, and those of the page after. @type {readonly (string | undefined)[]} */
let wanted = [];
let step = 0;
/** What each row on screen must say. */
let words = '';
/** @type {Blob} */
let file;

/** Whether the first rows that are wanted are there: looked at after each frame, so no more of them. */
function begins() {
  const ids = contestant.ids();
  const at = ids.indexOf(wanted[0]);
  return at >= 0 && wanted.slice(0, 5).every((id, index) => ids[at + index] === id);
}

/** @param {() => void} act @param {() => boolean} look */
async function timed(act, look) {
  stock.spent.list = 0;
  const start = performance.now();
  act();
  await shown(look);
  const time = performance.now() - start;
  await new Promise(resolve => setTimeout(resolve, afterwards));
  return { time, list: stock.spent.list };
}

const bench = {
  /** @param {string} name */
  async load(name) {
    const start = performance.now();
    contestant = await contestants[name]();
    return performance.now() - start;
  },

  /** @param {number} count */
  stock(count) {
    stock = createStock(count);
  },

  /** What a server does once: sorts its batches. */
  async warmAdapter() {
    await stock.warm();
  },

  /** What is to be seen next. Told beforehand: the sorting of so many batches is the benchmark's own work. @param {import('./stock.mjs').Asked} asked @param {number} [page] */
  expect(asked, page) {
    wanted = stock.expected(asked, page);
  },

  mount() {
    words = '';
    return timed(() => contestant.mount(root, stock), begins);
  },

  /** What is drawn of a page, and changed in it, where nobody looks at it yet, and the wait for that. */
  async settle() {
    const says = (/** @type {number} */ row) => contestant.textOf(row).includes(words);
    await shown(() => (contestant.isSettled?.() ?? true) && says(contestant.ids().length - 1));
    return {};
  },

  unmount() {
    contestant.unmount();
  },

  async remount() {
    contestant.unmount();
    scrollTo(0, 0);
    bench.expect({});
    await bench.mount();
    await bench.settle();
  },

  /** @param {number} times */
  async mountsAndRemovals(times) {
    for (let time = 0; time < times; time++) {
      contestant.mount(root, stock);
      await shown(begins);
      contestant.unmount();
    }
  },

  /** @param {import('./stock.mjs').Asked} asked */
  show(asked) {
    words = '';
    return timed(() => contestant.show(asked), begins);
  },

  /** To the next page, which is that of this index. @param {number} page */
  turn(page) {
    return timed(() => contestant.turn(page), begins);
  },

  tick() {
    step++;
    const changed = stock.stepped(step);
    words = `${step} of 1,000`;
    return timed(
      () => contestant.tick(stock, changed),
      () => [0, 9].every(row => contestant.textOf(row).includes(words)),
    );
  },

  /** Downwards, a step in each frame. @param {number} frames */
  async scroll(frames) {
    const scroller = contestant.scroller();
    const start = performance.now();
    for (let frame = 0; frame < frames; frame++) {
      await new Promise(resolve => requestAnimationFrame(resolve));
      scroller.scrollTop += 40;
    }
    await new Promise(resolve => requestAnimationFrame(resolve));
    return { time: performance.now() - start };
  },

  /** What is wrong with what is on screen, `null` for nothing. Some keep a few rows of before above it. */
  fault() {
    const ids = contestant.ids();
    const from = ids.findIndex((/** @type {string} */ id) => wanted.includes(id));
    const right = wanted.indexOf(ids[from]);
    const wrong = ids.findIndex(
      (/** @type {string} */ id, /** @type {number} */ at) => at >= from && id !== wanted[right + at - from],
    );
    if (from < 0 || wrong >= 0) return `row ${wrong} of ${ids.length} is not the right one`;
    if (ids.length - from < 10) return `only ${ids.length - from} rows`;
    if (contestant.isWhole && (ids.length !== Math.min(pageSize, wanted.length) || right > 0))
      return `${ids.length} rows, from ${right}`;
    const silent = ids.findIndex(
      (/** @type {string} */ _, /** @type {number} */ row) => !contestant.textOf(row).includes(words),
    );
    return silent < 0 ? null : `row ${silent} does not say ${words}: ${contestant.textOf(silent)}`;
  },

  size: () => ({ rows: contestant.ids().length, elements: elements(root) }),

  /** @param {number} count */
  async export(count) {
    const start = performance.now();
    file = await contestant.run(count);
    return { time: performance.now() - start };
  },

  /** @param {number} count */
  run: count => bench.export(count),

  /** Read in parts: the text of a million tasks is not to be in this page's memory. */
  async file() {
    let lines = 0;
    const end = '\n'.charCodeAt(0);
    for (let at = 0; at < file.size; at += 2 ** 22) {
      const bytes = new Uint8Array(await file.slice(at, at + 2 ** 22).arrayBuffer());
      for (const byte of bytes) if (byte === end) lines++;
    }
    // The last line of one has an end, of the other not.
    const last = new Uint8Array(await file.slice(-1).arrayBuffer())[0];
    return { size: file.size, lines: last === end ? lines : lines + 1 };
  },
};

/** Elements below a node, those in shadow roots too. @param {ParentNode} node @returns {number} */
function elements(node) {
  let count = 0;
  for (const element of node.querySelectorAll('*'))
    count += 1 + (element.shadowRoot ? elements(element.shadowRoot) : 0);
  return count;
}

/** @type {any} */ (globalThis).bench = bench;
