// Whether package.json exports what vite.config.ts builds, each with its types, and names no file that is not there.
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './mock-shell.mjs';

const { module } = await runnerImport(join(root, 'vite.config.ts'), { root, configFile: false, logLevel: 'error' });
const { exports, bin } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const complaints = [];

for (const [name, source] of Object.entries(module.entries)) {
  const wanted = { types: `./dist/types/${source.replace(/\.ts$/, '.d.ts')}`, default: `./${module.built(source)}` };
  // Written out, for the order counts: a compiler takes the first condition that it knows.
  const [is, should] = [exports[name], wanted].map(value => JSON.stringify(value));
  if (is !== should) complaints.push(`exports["${name}"] is ${is}, but is built as ${should}`);
}
for (const [name, source] of Object.entries(module.commands)) {
  if (bin[name] !== module.built(source))
    complaints.push(`bin["${name}"] is ${bin[name]}, but is built as ${module.built(source)}`);
}
for (const [name, target] of Object.entries(exports)) {
  if (typeof target === 'string' && !/\*|^\.\/dist\//.test(target)) {
    await access(join(root, target)).catch(() =>
      complaints.push(`exports["${name}"] leads to ${target}, which is not there`),
    );
  } else if (typeof target !== 'string' && target.default && name !== './cdn' && !(name in module.entries)) {
    complaints.push(`exports["${name}"] is built of nothing`);
  }
}
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;
