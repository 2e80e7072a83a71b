// The works of the benchmark, one function each.
import { quantity, ratios, spread } from '../csv/statistics.mjs';
import { Processes } from './processes.mjs';
import { targets } from './targets.mjs';

/**
 * @typedef {import('../csv/contest.mjs').Contest} Contest
 * @typedef {import('../csv/contest.mjs').Contestant} Contestant
 * @typedef {import('../csv/report.mjs').Report} Report
 * @typedef {import('../csv/report.mjs').Sample} Sample
 * @typedef {import('./targets.mjs').Target} Target
 * @typedef {{contest: Contest, report: Report, isQuick: boolean}} Run
 */

const grids = ['ours', 'ag-grid', 'vaadin'];
const most = 100_000;
const frames = 60;

/** @template Item @param {readonly Item[]} items @param {number} by */
function rotated(items, by) {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

/** @param {number} count */
function named(count) {
  return count >= 1_000_000 ? `${count / 1_000_000}M` : `${count / 1000}k`;
}

/** @param {Contest} contest @param {string} name @param {number} count */
async function stocked(contest, name, count) {
  const stand = await contest.enter(name);
  await stand.call('stock', count);
  return stand;
}

/** @typedef {import('./page/stock.mjs').Asked} Asked */
/** @typedef {Sample & {list: number, rest: number}} TableSample `rest`: milliseconds of work put off until the page rests. */

/** @type {{sort: (round: number) => Asked, filter: (round: number) => Asked}} */
const asked = {
  sort: round => ({ sort: round % 2 ? '-totalRecords' : 'totalRecords' }),
  filter: round => ({ search: round % 2 ? 'refund' : 'upi' }),
};

/** Not measured. @param {Contestant} stand @param {Asked} view */
async function show(stand, view) {
  await stand.call('expect', view);
  await stand.call('show', view);
}

/**
 * What each work asks of a contestant. `before`: is not measured, and tells the page what is to be seen.
 * @type {Record<string, {before: (stand: Contestant, round: number) => Promise<unknown>, act: (stand: Contestant, round: number) => Promise<any>}>}
 */
const acts = {
  mount: {
    before: async (stand, round) => {
      if (round > first) await stand.call('unmount');
      await stand.call('expect', {});
    },
    act: stand => stand.measured('mount'),
  },
  sort: {
    before: (stand, round) => stand.call('expect', asked.sort(round)),
    act: (stand, round) => stand.measured('show', asked.sort(round)),
  },
  filter: {
    before: async (stand, round) => {
      await show(stand, round === first ? {} : { search: '' });
      await stand.call('expect', asked.filter(round));
    },
    act: (stand, round) => stand.measured('show', asked.filter(round)),
  },
  'page turn': {
    before: async (stand, round) => {
      if (round === first) await show(stand, {});
      await stand.call('expect', {}, pageOf(round));
    },
    act: (stand, round) => stand.measured('turn', pageOf(round)),
  },
  tick: {
    before: async (stand, round) => {
      if (round === first) await stand.call('remount');
    },
    act: stand => stand.measured('tick'),
  },
  scroll: {
    before: stand => stand.call('remount'),
    act: async stand => {
      const { time, cpu } = await stand.measured('scroll', frames);
      return { time: time / frames, cpu: cpu / frames, list: 0 };
    },
  },
};

/** The first round of a work is for warming up. */
const first = -1;

/** The page that a round turns to. @param {number} round */
function pageOf(round) {
  return round - first + 1;
}

/** @param {Run} run @param {number} count @param {number} rounds */
async function compare({ contest, report }, count, rounds) {
  const stands = [];
  for (const name of grids) stands.push(await stocked(contest, name, count));
  for (const [name, { before, act }] of Object.entries(acts)) {
    /** @type {Record<string, TableSample[]>} */
    const samples = Object.fromEntries(grids.map(grid => [grid, []]));
    for (let round = first; round < rounds; round++) {
      for (const stand of rotated(stands, round - first)) {
        await before(stand, round);
        await stand.collectGarbage();
        const sample = await act(stand, round);
        const { cpu: rest } = await stand.measured('settle');
        await checkRows(stand);
        if (round > first) samples[stand.contestant].push({ ...sample, rest });
      }
    }
    addComparison(report, name, count, samples);
  }
  await addWeight(report, stands, count);
  for (const stand of stands) await stand.close();
}

/** @param {Contestant} stand */
async function checkRows(stand) {
  const fault = await stand.call('fault');
  if (fault) throw new Error(`${stand.contestant}: ${fault}`);
}

/** @param {Report} report @param {string} name @param {number} count @param {Record<string, TableSample[]>} samples */
function addComparison(report, name, count, samples) {
  const work = `${name}${name === 'scroll' ? ', a frame' : ''}, ${named(count)}`;
  for (const [grid, taken] of Object.entries(samples)) {
    report.addTimes(work, grid, taken);
    const list = spread(taken.map(sample => sample.list));
    if (list.max > 0) report.add(work, `${grid}, of it in the adapter`, 'ms', list);
    // Nobody waits for it, but it is work: told for the only one that puts something off for longer.
    if (grid === 'ours' && (name === 'mount' || name === 'tick')) {
      report.add(work, 'ours, rows beyond the screen, later (CPU)', 'ms', spread(taken.map(({ rest }) => rest)));
    }
  }
  /** @type {Record<string, Target>} */
  const wanted = (count === most && /** @type {any} */ (targets)[name]) || {};
  // Sorting and filtering are judged by when the rows are painted, all else by the work of the page's thread.
  const byClock = name === 'sort' || name === 'filter';
  for (const grid of grids.slice(1)) {
    const target = wanted[grid] ?? null;
    if (byClock) report.addRatio(work, `ours / ${grid}, to painted`, samples.ours, samples[grid], target);
    else report.add(work, `ours / ${grid}, CPU`, '×', cpuRatios(samples.ours, samples[grid]), target);
  }
}

/** @param {readonly Sample[]} ours @param {readonly Sample[]} theirs */
function cpuRatios(ours, theirs) {
  return ratios(
    ours.map(({ cpu }) => cpu),
    theirs.map(({ cpu }) => cpu),
  );
}

/** What a page of rows weighs. @param {Report} report @param {readonly Contestant[]} stands @param {number} count */
async function addWeight(report, stands, count) {
  const work = `what is mounted, ${named(count)}`;
  for (const stand of stands) {
    await stand.call('unmount');
    await stand.call('expect', {});
    const before = await weigh(stand);
    await stand.call('mount');
    await stand.call('settle');
    const after = await weigh(stand);
    const { rows, elements } = await stand.call('size');
    const difference = (/** @type {'heap' | 'nodes' | 'listeners'} */ what) => spread([after[what] - before[what]]);
    report.add(work, `${stand.contestant}, heap`, 'MB', difference('heap'));
    report.add(work, `${stand.contestant}, elements (${rows} rows)`, 'count', spread([elements]));
    report.add(work, `${stand.contestant}, nodes`, 'count', difference('nodes'));
    report.add(work, `${stand.contestant}, listeners`, 'count', difference('listeners'));
  }
}

/** @param {Contestant} stand @param {number} [collections] */
async function weigh(stand, collections = 3) {
  // What is let go of by one collection is often what holds something else.
  for (let times = 0; times < collections; times++) {
    await stand.collectGarbage();
    await stand.page.evaluate(() => new Promise(done => setTimeout(done, 100)));
  }
  const heap = await stand.heap();
  return { heap, nodes: await stand.metric('Nodes'), listeners: await stand.metric('JSEventListeners') };
}

/** The first table that a page ever shows, its code not yet compiled. @param {Run} run */
export async function firstMount({ contest, report, isQuick }) {
  /** @type {Record<string, Sample[]>} */
  const samples = Object.fromEntries(grids.map(grid => [grid, []]));
  for (let round = 0; round < (isQuick ? 3 : 7); round++) {
    for (const name of rotated(grids, round)) {
      const stand = await stocked(contest, name, 1000);
      await stand.call('warmAdapter');
      await stand.call('expect', {});
      await stand.collectGarbage();
      samples[name].push(await stand.measured('mount'));
      await stand.call('settle');
      await checkRows(stand);
      await stand.close();
    }
  }
  const work = 'first mount of a page, 1k';
  for (const [grid, taken] of Object.entries(samples)) report.addTimes(work, grid, taken);
  for (const grid of grids.slice(1)) {
    report.add(work, `ours / ${grid}, CPU`, '×', cpuRatios(samples.ours, samples[grid]));
  }
}

/** @param {Run} run */
export async function table1k(run) {
  await compare(run, 1000, run.isQuick ? 3 : 5);
}

/** @param {Run} run */
export async function table10k(run) {
  if (!run.isQuick) await compare(run, 10_000, 5);
}

/** @param {Run} run */
export async function table100k(run) {
  await compare(run, most, run.isQuick ? 3 : 9);
}

/** The same tick, however many batches there are. @param {Run} run */
export async function tickGrowth({ contest, report, isQuick }) {
  const counts = [1000, most];
  const stands = [];
  for (const count of counts) {
    const stand = await stocked(contest, 'ours', count);
    await stand.call('expect', {});
    await stand.call('mount');
    await stand.call('settle');
    stands.push({ stand, samples: /** @type {Sample[]} */ ([]) });
  }
  for (let round = first; round < (isQuick ? 5 : 15); round++) {
    for (const { stand, samples } of rotated(stands, round - first)) {
      await stand.collectGarbage();
      const sample = await stand.measured('tick');
      if (round > first) samples.push(sample);
    }
  }
  const [few, many] = stands.map(({ samples }) => samples);
  report.add('tick, 100k against 1k', 'ours / ours, CPU', '×', cpuRatios(many, few), targets.growth);
  for (const { stand } of stands) await stand.close();
}

/** @param {Run} run */
export async function hundredMounts({ contest, report, isQuick }) {
  for (const name of isQuick ? ['ours'] : grids) {
    const stand = await stocked(contest, name, 1000);
    await stand.call('expect', {});
    // Code that comes while a page rests stays, however many follow.
    await stand.call('mount');
    await stand.page.evaluate(() => new Promise(done => setTimeout(done, 5000)));
    await stand.call('unmount');
    await stand.call('mountsAndRemovals', 20);
    // What was drawn last is sometimes let go of a second or two later only.
    const before = await weigh(stand, 30);
    await stand.call('mountsAndRemovals', 100);
    const after = await weigh(stand, 30);
    const work = 'left by 100 mounts and removals';
    const wanted = name === 'ours' ? targets.left : null;
    report.add(work, `${name}, heap`, 'KB', spread([after.heap - before.heap]), wanted?.heap);
    report.add(work, `${name}, nodes`, 'count', spread([after.nodes - before.nodes]), wanted?.nodes);
    report.add(work, `${name}, listeners`, 'count', spread([after.listeners - before.listeners]), wanted?.listeners);
    await stand.close();
  }
}

const exporters = ['export', 'unparse'];

/** @param {Run} run */
export async function export1k({ contest, report, isQuick }) {
  /** @type {Record<string, Sample[]>} */
  const samples = Object.fromEntries(exporters.map(name => [name, []]));
  for (let round = 0; round < (isQuick ? 7 : 21); round++) {
    for (const name of rotated(exporters, round)) {
      const stand = await contest.enter(name);
      await stand.collectGarbage();
      samples[name].push(await stand.measured('export', 1000));
      await checkFile(stand, 1000);
      await stand.close();
    }
  }
  const work = 'export of 1k tasks, the first of a page';
  report.addTimes(work, 'ours', samples.export);
  report.addTimes(work, 'unparse', samples.unparse);
  report.addRatio(work, 'ours / unparse', samples.export, samples.unparse, targets.export1k);
}

/** @param {Run} run */
export async function export1M({ contest, report, isQuick }) {
  const count = isQuick ? 100_000 : 1_000_000;
  const work = `export of ${named(count)} tasks`;
  /** @type {Record<string, Sample[]>} */
  const samples = Object.fromEntries(exporters.map(name => [name, []]));
  /** Peaks of the page's process and of the browser's. @type {Record<string, {page: number, browser: number}[]>} */
  const peaks = Object.fromEntries(exporters.map(name => [name, []]));
  /** @type {number[]} */
  const longest = [];
  for (let round = 0; round < 3; round++) {
    for (const name of rotated(exporters, round)) {
      const stand = await contest.enter(name);
      const processes = await Processes.of(stand.page);
      await stand.collectGarbage();
      const before = processes.begin();
      samples[name].push(await stand.measured('export', count));
      peaks[name].push(processes.peakSince(before));
      await checkFile(stand, count);
      await stand.close();
    }
    const stand = await contest.enter('export');
    longest.push((await stand.longestTask(count)).cpu);
    await stand.close();
  }
  report.addTimes(work, 'ours', samples.export);
  report.addTimes(work, 'unparse', samples.unparse);
  report.addRatio(work, 'ours / unparse', samples.export, samples.unparse, isQuick ? null : targets.export1M);
  report.add(work, 'ours, longest task (CPU)', 'ms', spread(longest), targets.exportTask);
  if (peaks.export.some(({ page }) => Number.isNaN(page))) {
    report.notes.push('How much memory a process takes at most is read from /proc, which is not here.');
    return;
  }
  for (const [name, label] of [
    ['export', 'ours'],
    ['unparse', 'unparse'],
  ]) {
    report.add(work, `${label}, peak memory of the page`, 'MB', spread(peaks[name].map(({ page }) => page)));
    report.add(work, `${label}, and of the browser's process`, 'MB', spread(peaks[name].map(({ browser }) => browser)));
  }
  const sum = (/** @type {{page: number, browser: number}} */ { page, browser }) => page + browser;
  const pages = ratios(
    peaks.export.map(({ page }) => page),
    peaks.unparse.map(({ page }) => page),
  );
  report.add(work, 'ours / unparse, peak memory of the page', '×', pages, isQuick ? null : targets.exportMemory);
  const sums = ratios(peaks.export.map(sum), peaks.unparse.map(sum));
  report.add(work, 'ours / unparse, both processes', '×', sums, isQuick ? null : targets.exportMemory);
}

/** @param {Contestant} stand @param {number} count */
async function checkFile(stand, count) {
  const { lines, size } = await stand.call('file');
  if (lines !== count + 1) throw new Error(`${stand.contestant} wrote ${lines} lines in ${quantity(size, 'MB')}`);
}
