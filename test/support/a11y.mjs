// `npm run test:a11y`: every story, judged by axe in every theme and both writing directions on a page of 320 pixels.
//
//   --story <words>   only the stories that have these words in their title or name
//   --look <words>    only the looks that have these words in their name, as in `dark` or `high contrast, rtl`;
//                     `--look none` has them played alone, which finds what of the manifest they do not show
//
// Other arguments are files of stories' tests in place of all of them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './mock-shell.mjs';

const { values, positionals } = parseArgs({
  options: { story: { type: 'string' }, look: { type: 'string' } },
  allowPositionals: true,
});
const { story = '', look = '' } = values;
const files = positionals.length > 0 ? positionals : ['test/stories*.test.ts'];
const runner = join(root, 'node_modules/@web/test-runner/dist/bin.js');
const { status } = spawnSync(process.execPath, [runner, '--files', ...files], {
  cwd: root,
  env: {
    ...process.env,
    STORIES_EVERYWHERE: 'yes',
    STORIES_NAMED: story,
    STORIES_LOOK: look,
  },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
