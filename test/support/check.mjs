// `npm test`: every static check, then every test in Chromium and, where there is a Firefox, a part of them there.
// `--engines firefox` or `--engines chromium,firefox` before anything else: every test in these. Other arguments go to the
// test runner; with them, and without `--engines`, it is Chromium alone.
// All of it runs even where an early part fails, so that one run shows everything there is to mend.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findFirefox } from './browser.mjs';
import { root } from './mock-shell.mjs';

/** @param {string} name @param {string} file @param {string[]} args @param {NodeJS.ProcessEnv} env */
function run(name, file, args, env = process.env) {
  console.log(`\n> ${name}`);
  const started = performance.now();
  const { status } = spawnSync(process.execPath, [join(root, file), ...args], { cwd: root, env, stdio: 'inherit' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(status === 0 ? `  ${name}: done in ${seconds} s` : `  ${name}: FAILED after ${seconds} s`);
  return status === 0;
}

const checks = [
  run('lint', 'node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']),
  run('format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  run('types', 'node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json']),
  run('types of src, without Node', 'node_modules/typescript/bin/tsc', ['-p', 'src/tsconfig.json']),
  run('exports', 'test/support/exports.mjs', []),
  run('manifest', 'test/support/manifest.mjs', ['--check']),
  run('themes', 'test/support/themes.mjs', ['--check']),
  run('contract', 'test/support/openapi.mjs', ['--check']),
  run('size', 'test/support/size.mjs', ['--check']),
  run('documents', 'test/support/docs.mjs', ['--check']),
];
const failed = checks.filter(passed => !passed).length;

const args = process.argv.slice(2);
const [asked, rest] = args[0] === '--engines' ? [args[1] ?? '', args.slice(2)] : [null, args];
const engines = asked ?? 'chromium';
const partly = asked === null && rest.length === 0 && findFirefox() ? 'firefox' : '';
const others = ['chromium', 'firefox', 'webkit'].filter(engine => !engines.includes(engine) && engine !== partly);
const said = [engines.replace(',', ' and '), partly && `a part of them in ${partly}`, `NOT in ${others.join(' or ')}`];
console.log(`\n> tests in ${said.filter(Boolean).join(', ')}`);
const runner = join(root, 'node_modules/@web/test-runner/dist/bin.js');
const { status } = spawnSync(process.execPath, [runner, ...rest], {
  cwd: root,
  env: { ...process.env, ENGINES: engines, PARTLY: partly, FAILED_CHECKS: String(failed) },
  stdio: 'inherit',
});
process.exitCode = failed > 0 ? 1 : (status ?? 1);
