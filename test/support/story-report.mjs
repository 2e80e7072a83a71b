// What `npm run test:a11y` adds to a run of the stories: it has every story judged in every look, counts them, and says
// at the end what of the manifest stands on a docs page alone, for no story shows it.
import { readFileSync } from 'node:fs';
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

export function storyReport() {
  const everywhere = process.env.STORIES_EVERYWHERE !== undefined;
  let stories = 0;
  let judged = 0;
  /** @type {Set<string>} */
  const seen = new Set();

  return {
    plugin: {
      name: 'story-report',
      executeCommand(/** @type {{command: string, payload?: any}} */ { command, payload }) {
        if (command === 'stories-everywhere') return everywhere;
        if (command !== 'story-report') return undefined;
        const report = /** @type {StoryReport} */ (payload);
        stories += 1;
        judged += report.looks;
        for (const kind of kinds) for (const name of report[kind]) seen.add(`${kind} ${name}`);
        return true;
      },
    },
    reporter: {
      onTestRunFinished() {
        if (!everywhere) return;
        const all = process.env.STORIES_EVERYWHERE === 'all';
        const missing = all ? declared().filter(name => !seen.has(name) && !unshown.includes(name)) : [];
        process.once('exit', () => {
          console.log(`\n${stories} stories without a violation, each judged by axe: ${judged} looks in all.`);
          if (missing.length > 0) console.log(`On docs pages, but shown by no story:\n  ${missing.join('\n  ')}`);
        });
      },
    },
  };
}
