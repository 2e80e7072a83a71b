// `npm run test:soak [count]`: journeys over bad connections, 10,000 of them unless told otherwise, by a fast clock.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './mock-shell.mjs';

const [journeys = '10000'] = process.argv.slice(2);
const runner = join(root, 'node_modules/@web/test-runner/dist/bin.js');
const { status } = spawnSync(process.execPath, [runner, '--files', 'test/soak/*.test.ts'], {
  cwd: root,
  env: { ...process.env, SOAK_JOURNEYS: journeys },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
