// `npm run test:soak [count] [first]`: journeys over bad connections, by a fast clock: 10,000 of them from the seed 1 on,
// unless told otherwise.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './mock-shell.mjs';

const [journeys = '10000', first = '1'] = process.argv.slice(2);
const runner = join(root, 'node_modules/@web/test-runner/dist/bin.js');
const { status } = spawnSync(process.execPath, [runner, '--files', 'test/soak/*.test.ts'], {
  cwd: root,
  env: { ...process.env, SOAK_JOURNEYS: journeys, SOAK_FIRST: first },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
