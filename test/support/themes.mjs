// Writes what comes of src/themes/tokens.ts and src/themes/themes.ts: the fallbacks in the shadow roots, a file per theme,
// and the tokens in DTCG's two formats; with `--check` only says what is stale.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { root } from './mock-shell.mjs';

/** @param {string} name */
async function load(name) {
  const source = join(root, `src/themes/${name}.ts`);
  return (await runnerImport(source, { root, configFile: false, logLevel: 'error' })).module;
}

const [{ themes }, { fallbacksCss, themeCss }, { tokensDocument, resolverDocument }] = await Promise.all(
  ['themes', 'css', 'dtcg'].map(load),
);

const fallbacks = `import { css } from 'lit';

// Made by \`npm run themes\` from src/themes/tokens.ts.

/** Public custom properties, each read once into a private one that holds the fallback. */
export const fallbacks = css\`
${fallbacksCss()}
\`;
`;
const made = '/* Made by `npm run themes` from src/themes/. */\n';

/** @type {[string, string][]} */
const files = [
  ['src/ui/styles/fallbacks.ts', fallbacks],
  ['src/themes/tokens.json', JSON.stringify(tokensDocument())],
  ['src/themes/tokens.resolver.json', JSON.stringify(resolverDocument())],
  ...themes.map(theme => [`src/themes/css/${theme.name}.css`, made + themeCss(theme)]),
];

for (const [path, text] of files) {
  const file = join(root, path);
  const fresh = await format(text, { ...(await resolveConfig(file)), filepath: file });
  if (!process.argv.includes('--check')) await writeFile(file, fresh);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== fresh) {
    console.error(`${path} is stale: run \`npm run themes\` and commit the result.`);
    process.exitCode = 1;
  }
}
