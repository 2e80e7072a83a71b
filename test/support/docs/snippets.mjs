// Whether the TypeScript and JavaScript that the documents show is what the compiler takes, by the types of the package.
import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load, root } from '../mock-shell.mjs';
import { codeOf } from './documents.mjs';

const folder = join(root, 'node_modules/.cache/snippets');

/** @returns {Promise<Record<string, string[]>>} where the compiler finds the source of an entry */
async function paths() {
  const { entries } = await load('vite.config.ts');
  return Object.fromEntries(
    Object.entries(entries).map(([name, source]) => [name.replace(/^\./, 'batch-sync-elements'), [join(root, source)]]),
  );
}

/** @param {readonly import('./documents.mjs').Document[]} documents @returns {Promise<string[]>} what is wrong, if anything */
export async function snippetFaults(documents) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const document of documents) {
    for (const { language, code, line } of codeOf(document)) {
      if (!['js', 'ts'].includes(language)) continue;
      const name = `${document.path.replaceAll('/', '.')}.${line}.ts`;
      await writeFile(join(folder, name), `${code}\nexport {};\n`);
    }
  }
  const project = join(folder, 'tsconfig.json');
  const compilerOptions = {
    paths: await paths(),
    noImplicitAny: false,
    noUnusedLocals: false,
    noUnusedParameters: false,
  };
  const files = [join(root, 'test/support/docs/free-names.d.ts')];
  const rest = { extends: join(root, 'tsconfig.json'), include: ['*.ts'], exclude: [] };
  await writeFile(project, JSON.stringify({ ...rest, compilerOptions, files }));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', project, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return status === 0 ? [] : [`Code in the documents does not compile (FILE.LINE.ts):\n${stdout.trim()}`];
}
