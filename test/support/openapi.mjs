// Writes src/adapter/openapi.yaml from the schemas of the wire and the lines of the conformance kit; with `--check` only
// says if it is stale.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { root } from './mock-shell.mjs';
import { toYaml } from './openapi/yaml.mjs';

const file = join(root, 'src/adapter/openapi.yaml');
const source = join(root, 'test/support/openapi/document.ts');
const { module } = await runnerImport(source, { root, configFile: false, logLevel: 'error' });

const head =
  '# Made by `npm run openapi`: change the schemas, the lines of the contract or test/support/openapi/ instead.\n';
const fresh = await format(head + toYaml(module.openapiDocument()).trimStart(), {
  ...(await resolveConfig(file)),
  filepath: file,
});

if (!process.argv.includes('--check')) await writeFile(file, fresh);
else if ((await readFile(file, 'utf8').catch(() => '')) !== fresh) {
  console.error('src/adapter/openapi.yaml is stale: run `npm run openapi` and commit the result.');
  process.exitCode = 1;
}
