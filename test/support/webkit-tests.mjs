// `npm run test:webkit`: the tests in which engines differ most, in WebKitGTK, where it can be driven.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findWebkit } from './browser.mjs';
import { root } from './mock-shell.mjs';

if (findWebkit()) {
  const runner = join(root, 'node_modules/@web/test-runner/dist/bin.js');
  const env = { ...process.env, PARTLY: 'webkit' };
  const { status } = spawnSync(process.execPath, [runner, '--group', 'part'], { cwd: root, env, stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  console.log('NOT tested in WebKit: WebKitWebDriver, MiniBrowser and Xvfb are not all there.');
}
