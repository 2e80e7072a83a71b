// `npm run test:a11y`: every story, judged by axe in every theme and both writing directions on a page of 320 pixels;
// arguments are files of stories' tests in place of all of them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './mock-shell.mjs';

const given = process.argv.slice(2);
const files = given.length > 0 ? given : ['test/stories*.test.ts'];
const runner = join(root, 'node_modules/@web/test-runner/dist/bin.js');
const { status } = spawnSync(process.execPath, [runner, '--files', ...files], {
  cwd: root,
  env: { ...process.env, STORIES_EVERYWHERE: given.length > 0 ? 'some' : 'all' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
