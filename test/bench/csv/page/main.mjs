// The page's half of the benchmark: holds one contestant and one file, and takes its times. Node asks through
// `window.bench`.
import { fileNamed, hostile, ReadCount } from './files.mjs';

/** @type {Record<string, () => Promise<any>>} */
const contestants = {
  ours: () => import('./contestants/ours.mjs'),
  papa: () => import('./contestants/papa.mjs'),
  'papa + zod': () => import('./contestants/papa-zod.mjs'),
  udsv: () => import('./contestants/udsv.mjs'),
  upload: () => import('./contestants/upload.mjs'),
  'react-spreadsheet-import': () => import('./contestants/rsi.mjs'),
};

/** @type {any} */
let contestant;
/** @type {ReturnType<typeof fileNamed> | null} */
let chosen = null;
/** @type {any} */
let lastResult;

/** The longest time between two tasks of our own, in milliseconds, until `stop` is called. */
function watchGaps() {
  const { port1, port2 } = new MessageChannel();
  let longest = 0;
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(null);
  };
  port2.postMessage(null);
  return () => {
    port1.close();
    return Math.max(longest, performance.now() - last);
  };
}

const bench = {
  /** Answers with the milliseconds that loading and starting its code took. @param {string} name */
  async load(name) {
    const start = performance.now();
    contestant = await contestants[name]();
    const time = performance.now() - start;
    await contestant.mount?.(document.querySelector('#root'));
    return time;
  },

  /** @param {string} name */
  async choose(name) {
    chosen = fileNamed(name);
    await isThere(chosen.file);
    return { answer: chosen.answer ?? null, code: chosen.code ?? null, size: chosen.file.size };
  },

  /** @param {{rowLimit?: boolean, counted?: boolean, gaps?: boolean}} options */
  async run({ rowLimit = false, counted = false, gaps = false } = {}) {
    if (!chosen) throw new Error('no file chosen');
    const { file } = chosen;
    const count = new ReadCount();
    if (counted) count.watch(file);
    lastResult = null;
    const stop = gaps ? watchGaps() : () => 0;
    const start = performance.now();
    lastResult = await contestant.run(file, { rowLimit });
    const time = performance.now() - start;
    return { time, longestGap: stop(), read: count.bytes };
  },

  answer() {
    return contestant.answerOf(lastResult);
  },

  /** Milliseconds in which each issue of the last report is read once. */
  readAll() {
    const start = performance.now();
    contestant.readAll(lastResult);
    return performance.now() - start;
  },

  hostileNames: () => Object.keys(hostile),

  /**
   * A hostile input of that size. `bytes`: of a file, in base64, to be repeated; without it `name` is one of ours.
   * @param {string} name @param {number} size @param {string} [bytes]
   */
  async chooseHostile(name, size, bytes) {
    const blob = bytes ? repeated(bytes, size) : new Blob([hostile[name](size)]);
    chosen = { file: new File([blob], 'orders.csv'), answer: undefined, code: undefined };
    await isThere(chosen.file);
  },
};

/** A file of a disk is there to be read; one that was made here has to get to the browser's other process first. */
async function isThere(/** @type {File} */ file) {
  await file.slice(-1).arrayBuffer();
}

/** @param {string} base64 @param {number} size */
function repeated(base64, size) {
  const part = new Blob([Uint8Array.from(atob(base64), character => character.charCodeAt(0))]);
  return new Blob(Array.from({ length: Math.ceil(size / part.size) }, () => part));
}

/** @type {any} */ (globalThis).bench = bench;
