// What all stories of a run amount to: the run fails where something of the manifest is shown by none of them.
// `npm run test:a11y` has every story judged in every look besides, and counts them.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './mock-shell.mjs';

/** @typedef {import('./story-report.ts').StoryReport} StoryReport */

const kinds = /** @type {const} */ (['parts', 'states', 'slots', 'events']);

/** Shown by no story: nothing a page does brings them about. */
const unshown = [
  // The table's cells of a host are named by column and batch: `cell:rating:bs_01`.
  'slots batch-sync-table cell:column:id',
];

/** Every name of the manifest, as `parts batch-sync-table heading`. @returns {string[]} */
function declared() {
  const manifest = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
  const members = { parts: 'cssParts', states: 'cssStates', slots: 'slots', events: 'events' };
  return manifest.modules.flatMap((/** @type {any} */ { declarations }) =>
    declarations.flatMap((/** @type {any} */ declaration) =>
      kinds.flatMap(kind =>
        (declaration[members[kind]] ?? []).map(
          (/** @type {{name: string}} */ { name }) => `${kind} ${declaration.tagName} ${name}`,
        ),
      ),
    ),
  );
}

/** Whether these are all the files of stories' tests. @param {string[]} testFiles */
function haveAllStories(testFiles) {
  const folder = join(root, 'test');
  return readdirSync(folder)
    .filter(name => /^stories.*\.test\.ts$/.test(name))
    .every(name => testFiles.includes(join(folder, name)));
}

export function storyReport() {
  const everywhere = process.env.STORIES_EVERYWHERE !== undefined;
  const { STORIES_NAMED: named = '', STORIES_LOOK: look = '' } = process.env;
  let isWhole = false;
  let stories = 0;
  let judged = 0;
  /** @type {Set<string>} */
  const seen = new Set();

  function missing() {
    if (!isWhole) return [];
    return declared().filter(name => !seen.has(name) && !unshown.includes(name));
  }

  return {
    plugin: {
      name: 'story-report',
      executeCommand(/** @type {{command: string, payload?: any}} */ { command, payload }) {
        if (command === 'story-run') return { everywhere, named, look };
        if (command !== 'story-report') return undefined;
        const report = /** @type {StoryReport} */ (payload);
        if (report.isClean) {
          stories += 1;
          judged += report.looks;
        }
        for (const kind of kinds) for (const name of report[kind]) seen.add(`${kind} ${name}`);
        return true;
      },
    },
    /** How many names of the manifest no story shows; 0 unless all stories ran. */
    unseen: () => missing().length,
    reporter: {
      start(/** @type {{testFiles: string[]}} */ { testFiles }) {
        isWhole = named === '' && haveAllStories(testFiles);
      },
      onTestRunFinished() {
        // Before the line with the result, which is the last.
        process.prependOnceListener('exit', () => {
          const verdict =
            judged > 0 ? `without a violation, each judged by axe: ${judged} looks in all` : 'played, none judged';
          if (everywhere) console.log(`\n${stories} stories ${verdict}.`);
          if (missing().length > 0) console.log(`In the manifest, but shown by no story:\n  ${missing().join('\n  ')}`);
        });
      },
    },
  };
}
