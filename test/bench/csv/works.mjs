// The works of the benchmark, one function each.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { root } from '../../support/mock-shell.mjs';
import { quantity, ratios, spread } from './statistics.mjs';
import { targets } from './targets.mjs';

/**
 * @typedef {import('./contest.mjs').Contest} Contest
 * @typedef {import('./contest.mjs').Contestant} Contestant
 * @typedef {import('./report.mjs').Report} Report
 * @typedef {import('./report.mjs').Sample} Sample
 * @typedef {{contest: Contest, report: Report, isQuick: boolean}} Run
 */

const readers = ['ours', 'papa + zod', 'papa', 'udsv'];
const screens = ['upload', 'react-spreadsheet-import'];
/** Milliseconds that a contestant has for one hostile file. */
const patience = 20_000;

/** @template Item @param {readonly Item[]} items @param {number} by */
function rotated(items, by) {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

/** @param {Contestant} stand @param {Record<string, unknown> | null} expected */
async function checkAnswer(stand, expected) {
  const answer = await stand.call('answer');
  for (const [name, value] of Object.entries(expected ?? {})) {
    if (name in answer && answer[name] !== value) {
      throw new Error(`${stand.contestant} finds ${name} = ${answer[name]}, where it is ${value}`);
    }
  }
  return answer;
}

/** @param {Report} report @param {string} work @param {Record<string, Sample[]>} times @param {Record<string, import('./targets.mjs').Target>} wanted */
function addComparison(report, work, times, wanted) {
  const [first, ...others] = Object.keys(times);
  for (const [contestant, samples] of Object.entries(times)) report.addTimes(work, contestant, samples);
  for (const other of others) {
    report.addRatio(work, `${first} / ${other}`, times[first], times[other], wanted[other] ?? null);
  }
}

/** The first file that a page ever sees. @param {Run} run */
export async function cold({ contest, report, isQuick }) {
  /** @type {Record<string, Sample[]>} */
  const times = Object.fromEntries(readers.map(name => [name, []]));
  /** @type {Record<string, number[]>} */
  const withLoading = Object.fromEntries(readers.map(name => [name, []]));
  for (let round = 0; round < (isQuick ? 5 : 15); round++) {
    for (const name of rotated(readers, round)) {
      const stand = await contest.enter(name);
      const { answer } = await stand.call('choose', '1k');
      const sample = await stand.run();
      await checkAnswer(stand, answer);
      times[name].push(sample);
      withLoading[name].push(sample.time + stand.loadTime);
      await stand.close();
    }
  }
  addComparison(report, '1000 rows, cold', times, targets.cold);
  const [ours, byHand] = [withLoading.ours, withLoading['papa + zod']];
  report.add('1000 rows, cold', 'the same with loading the code', '×', ratios(ours, byHand));
}

/** One file again and again, once the engine has seen it. @param {Run} run @param {string[]} files @param {number} rounds */
async function warm({ contest }, files, rounds) {
  /** @type {Record<string, Record<string, Sample[]>>} */
  const times = Object.fromEntries(files.map(file => [file, Object.fromEntries(readers.map(name => [name, []]))]));
  /** @type {Record<string, number[]>} */
  const reading = Object.fromEntries(files.map(file => [file, []]));
  const stands = [];
  for (const name of readers) stands.push(await contest.enter(name));
  for (let round = -1; round < rounds; round++) {
    for (const file of rotated(files, Math.max(round, 0))) {
      for (const stand of rotated(stands, Math.max(round, 0))) {
        const { answer } = await stand.call('choose', file);
        await stand.collectGarbage();
        const sample = await stand.run();
        await checkAnswer(stand, answer);
        if (round < 0) continue;
        times[file][stand.contestant].push(sample);
        if (stand.contestant === 'ours') reading[file].push(await stand.call('readAll'));
      }
    }
  }
  for (const stand of stands) await stand.close();
  return { times, reading };
}

/** @param {Run} run */
export async function warm100k(run) {
  const { report } = run;
  const [valid, some, all] = ['100k', '100k, 10 % bad', '100k, all bad'];
  const { times, reading } = await warm(run, [valid, some, all], run.isQuick ? 3 : 9);
  addComparison(report, '100k valid rows', times[valid], targets.valid100k);
  addComparison(report, '100k rows, 10 % bad', times[some], {});
  addComparison(report, '100k rows, all bad', times[all], targets.allBad100k);
  const work = '100k rows, all bad';
  report.addRatio(work, 'ours / ours, valid rows', times[all].ours, times[valid].ours, targets.allBad100k.valid);
  report.add(work, 'ours, reading each issue after', 'ms', spread(reading[all]));
}

/** @param {Run} run */
export async function warm1M(run) {
  const { times } = await warm(run, ['1M'], 3);
  addComparison(run.report, '1M valid rows', times['1M'], {});
}

/** @param {Run} run */
export async function rowLimit({ contest, report, isQuick }) {
  const work = '200 MB, limit of 1000 rows';
  const names = ['ours', 'papa'];
  /** @type {Record<string, Sample[]>} */
  const times = Object.fromEntries(names.map(name => [name, []]));
  /** @type {Record<string, number[]>} */
  const read = Object.fromEntries(names.map(name => [name, []]));
  for (let round = 0; round < (isQuick ? 3 : 9); round++) {
    for (const name of rotated(names, round)) {
      const stand = await contest.enter(name);
      const { code } = await stand.call('choose', '200 MB, row limit');
      // Twice, as the first row limit of a page is also its first file; both count as one visit.
      await stand.call('run', { rowLimit: true, counted: true });
      await stand.collectGarbage();
      await stand.call('choose', '200 MB, row limit');
      const result = await stand.run({ rowLimit: true, counted: true });
      const answer = await stand.call('answer');
      const isRight = name === 'ours' ? answer.codes.includes(code) : answer.rows === 1001;
      if (!isRight) throw new Error(`${name} does not find the row limit: ${JSON.stringify(answer)}`);
      times[name].push(result);
      read[name].push(result.read);
      await stand.close();
    }
  }
  addComparison(report, work, times, targets.rowLimit);
  report.add(work, 'ours, read', 'KB', spread(read.ours), targets.rowLimit.read);
  report.add(work, 'papa, read', 'KB', spread(read.papa));
}

/** @param {Run} run */
export async function hostileFiles(run) {
  const { isQuick, report } = run;
  for (const file of ['endless line', 'unclosed quote', 'NUL binary']) {
    for (const name of isQuick ? ['ours'] : readers) await hostileFile(run, file, name);
  }
  if (isQuick) report.notes.push('A quick look leaves the other contestants out of the hostile files of 200 MB.');
}

/** @param {Run} run @param {string} file @param {string} name */
async function hostileFile({ contest, report, isQuick }, file, name) {
  const work = `200 MB, ${file}`;
  /** @type {Sample[]} */
  const times = [];
  /** @type {number[]} */
  const read = [];
  /** @type {number[]} */
  const memory = [];
  for (let round = 0; round < (name === 'ours' ? (isQuick ? 3 : 5) : 1); round++) {
    const stand = await contest.enter(name);
    const { code } = await stand.call('choose', file);
    await stand.collectGarbage();
    const before = await stand.heap();
    let most = before;
    const going = stand.run({ counted: true }).catch(error => ({ failed: String(error) }));
    const result = await observed(going, async () => {
      most = Math.max(most, await stand.heap());
    });
    if (!result || 'failed' in result) {
      const why = result ? result.failed.split('\n')[0] : `no verdict in ${patience / 1000} s`;
      report.notes.push(`${work}: ${name}: ${why}`);
      await contest.restart();
      return;
    }
    most = Math.max(most, await stand.heap());
    if (name === 'ours') {
      const { codes } = await stand.call('answer');
      if (!codes.includes(code)) throw new Error(`ours finds ${codes} in ${file}`);
    }
    times.push(result);
    read.push(result.read);
    memory.push(most - before);
    await stand.close();
  }
  const isOurs = name === 'ours';
  report.addTimes(work, name, times);
  report.add(work, `${name}, read`, 'MB', spread(read), isOurs ? targets.hostile.read : null);
  report.add(work, `${name}, memory`, 'MB', spread(memory), isOurs ? targets.hostile.memory : null);
}

/** Looks again and again until `going` ends; `null` where patience ends first. @template T @param {Promise<T>} going @param {() => Promise<void>} look */
async function observed(going, look) {
  const end = performance.now() + patience;
  /** @type {{result: T} | null} */
  let ended = null;
  const ending = going.then(result => {
    ended = { result };
  });
  const late = () => new Promise(done => setTimeout(done, Math.max(end - performance.now(), 0)));
  while (!ended && performance.now() < end) {
    const looking = look().catch(() => undefined);
    await Promise.race([ending, looking, late()]);
  }
  return /** @type {{result: T} | null} */ (ended)?.result ?? null;
}

/** @param {Run} run */
export async function onScreen({ contest, report, isQuick }) {
  const work = 'file chosen → verdict on screen, 1000 rows, 10 % bad';
  /** @type {Record<string, Sample[]>} */
  const times = Object.fromEntries(screens.map(name => [name, []]));
  /** @type {Record<string, number>[]} */
  const steps = [];
  for (let round = 0; round < (isQuick ? 3 : 11); round++) {
    for (const name of rotated(screens, round)) {
      const { stand, answer } = await settledStand(contest, name);
      const sample = await stand.run();
      const given = await checkAnswer(stand, answer);
      times[name].push(sample);
      if (given.steps) steps.push(given.steps);
      await stand.close();
    }
  }
  addComparison(report, work, times, targets.onScreen);
  for (const name of Object.keys(steps[0])) {
    report.add(work, `react-spreadsheet-import, until: ${name}`, 'ms', spread(steps.map(step => step[name])));
  }
}

/** Until the page has nothing left to do from being opened. @param {Contestant} stand */
async function settled(stand) {
  await stand.page.evaluate(() => new Promise(done => setTimeout(() => requestIdleCallback(done), 500)));
  await stand.collectGarbage();
}

/**
 * By the browser's own account of its tasks. Beside it, how long a message has to wait at most: while there are tasks and
 * frames before it that may be several, but what a person does comes before all of them.
 * @param {Run} run
 */
export async function longestTask({ contest, report, isQuick }) {
  const work = 'longest task, 1000 rows, 10 % bad, 4 × throttle';
  const names = ['ours', 'upload', 'papa + zod', 'react-spreadsheet-import'];
  const longest = Object.fromEntries(names.map(name => [name, /** @type {Sample[]} */ ([])]));
  /** @type {number[]} */
  const waits = [];
  for (let round = 0; round < (isQuick ? 3 : 9); round++) {
    for (const name of rotated(names, round)) {
      longest[name].push(await slowed(contest, name, stand => stand.longestTask()));
    }
    waits.push((await slowed(contest, 'upload', stand => stand.run({ gaps: true }))).longestGap);
  }
  report.addTimes(work, 'ours, validateFile', longest.ours, targets.longestTask);
  report.addTimes(work, 'ours, until on screen', longest.upload, targets.longestTask);
  report.add(work, 'ours, until on screen: longest wait of a message', 'ms', spread(waits));
  for (const name of names.slice(2)) report.addTimes(work, name, longest[name]);
}

/**
 * What `measure` finds while the processor seems to be four times as slow.
 * @template Found
 * @param {Contest} contest @param {string} name @param {(stand: Contestant) => Promise<Found>} measure
 */
async function slowed(contest, name, measure) {
  const { stand, answer } = await settledStand(contest, name);
  await stand.page.emulateCPUThrottling(4);
  const found = await measure(stand);
  await stand.page.emulateCPUThrottling(null);
  await checkAnswer(stand, answer);
  await stand.close();
  return found;
}

/** @param {Contest} contest @param {string} name */
async function settledStand(contest, name) {
  const stand = await contest.enter(name);
  const { answer } = await stand.call('choose', '1k, 10 % bad');
  await settled(stand);
  return { stand, answer };
}

/** Less than this is answered at once, and says nothing of how it grows. Milliseconds. */
const atOnce = 4;

/** @typedef {{name: string, size: number, bytes?: string}} Hostile */

/**
 * Of so many inputs chance alone, or what the ones before left to the garbage collector, makes a few seem bad: the worst
 * are measured once more, longer, and each in a page of its own.
 * @param {Run} run
 */
export async function doubling({ contest, report, isQuick }) {
  const stand = await contest.enter('ours');
  const inputs = await hostileInputs(stand, isQuick);
  const growths = [];
  for (const input of inputs) growths.push({ input, ...(await growthOf(stand, input, isQuick ? 3 : 5)) });
  growths.sort((a, b) => b.growth - a.growth);
  const slow = growths.filter(({ time }) => time >= atOnce);
  const work = `twice as much of each of ${inputs.length} hostile inputs`;
  await stand.close();
  const worst = [];
  for (const { input } of slow.slice(0, 8)) {
    const own = await contest.enter('ours');
    worst.push({ input, ...(await growthOf(own, input, 9)) });
    await own.close();
  }
  worst.sort((a, b) => b.growth - a.growth);
  for (const [place, { input, once, twice }] of worst.slice(0, 5).entries()) {
    report.addRatio(work, `${place === 0 ? 'the worst' : 'next'}: ${input.name}`, twice, once, targets.doubling);
  }
  report.add(work, 'all, by their medians in CPU time', '×', spread(slow.map(({ growth }) => growth)));
  const longest = [...growths].sort((a, b) => b.time - a.time).slice(0, 5);
  report.notes.push(
    `Of the hostile inputs ${growths.length - slow.length} are answered in less than ${atOnce} ms. Longest, in CPU time: ` +
      `${longest.map(({ input, time }) => `${input.name}, ${quantity(time, 'ms')}`).join('; ')}.`,
  );
}

/** @param {Contestant} stand @param {boolean} isQuick @returns {Promise<Hostile[]>} */
async function hostileInputs(stand, isQuick) {
  const MB = 1_000_000;
  /** @type {Hostile[]} */
  const inputs = [];
  for (const name of await stand.call('hostileNames')) {
    inputs.push({ name: `${name}, 1 → 2 MB`, size: MB });
    // Beyond 5 MB a file is not kept, and read in another way.
    if (!isQuick) inputs.push({ name: `${name}, 6 → 12 MB`, size: 6 * MB });
  }
  for (const path of corpusFiles(isQuick)) {
    inputs.push({ name: basename(path), size: MB, bytes: readFileSync(path).toString('base64') });
  }
  return inputs;
}

/**
 * An input, and twice as much of it. `time`, `growth`: by the medians of the CPU time.
 * @param {Contestant} stand @param {Hostile} input @param {number} rounds
 */
async function growthOf(stand, { name, size, bytes }, rounds) {
  const known = name.replace(/, \d+ → .*/, '');
  const [once, twice] = [1, 2].map(() => /** @type {Sample[]} */ ([]));
  for (let round = -1; round < rounds; round++) {
    for (const [which, of] of [once, twice].entries()) {
      await stand.call('chooseHostile', known, size * (which + 1), bytes);
      await stand.collectGarbage();
      const sample = await stand.run();
      if (round >= 0) of.push(sample);
    }
  }
  const time = medianCpu(twice);
  return { once, twice, time, growth: time / medianCpu(once) };
}

/** @param {readonly Sample[]} samples */
function medianCpu(samples) {
  return spread(samples.map(({ cpu }) => cpu)).median;
}

/** Files that are hard to read, where the corpus is at hand. @param {boolean} isQuick */
function corpusFiles(isQuick) {
  const cases = resolve(root, '../shared/corpus/cases');
  if (!existsSync(cases)) return [];
  const folders = isQuick ? ['dos', 'huge-field'] : readdirSync(cases);
  return folders.flatMap(folder =>
    readdirSync(join(cases, folder))
      .map(name => join(cases, folder, name))
      .filter(path => readFileSync(path).length > 0),
  );
}
