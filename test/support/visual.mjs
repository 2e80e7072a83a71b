// `npm run test:visual`: pictures of the main states in both schemes, each theme and two widths, compared with
// test/pictures; `npm run test:visual -- --update` stores those of now in their place.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './mock-shell.mjs';

const update = process.argv.includes('--update');
const runner = join(root, 'node_modules/@web/test-runner/dist/bin.js');
const { status } = spawnSync(process.execPath, [runner, '--files', 'test/visual/*.test.ts'], {
  cwd: root,
  env: { ...process.env, PICTURES: update ? 'update' : 'compare' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
