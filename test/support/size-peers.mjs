// What others weigh, bundled and minified as our own entries are: each set up as its documentation shows, no more. They
// are installed for this alone, in a folder that nobody else uses, in exact versions; what was measured is kept there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './mock-shell.mjs';

const home = join(root, 'node_modules/.cache/size-peers');

/** `source`: what a page would write to have the least of it that does our entry's work. */
const peers = [
  {
    name: 'react-spreadsheet-import, with React',
    packages: {
      'react-spreadsheet-import': '4.7.1',
      '@chakra-ui/react': '2.8.2',
      react: '18.3.1',
      'react-dom': '18.3.1',
    },
    source: `
      import { createElement } from 'react';
      import { createRoot } from 'react-dom/client';
      import { ReactSpreadsheetImport } from 'react-spreadsheet-import';
      const fields = [{ key: 'order_id', label: 'Order ID', fieldType: { type: 'input' } }];
      createRoot(document.body).render(createElement(ReactSpreadsheetImport, { isOpen: true, fields }));`,
  },
  {
    name: 'Adyen Platform Experience',
    packages: { '@adyen/adyen-platform-experience-web': '1.12.1' },
    source: `
      import * as experience from '@adyen/adyen-platform-experience-web';
      import '@adyen/adyen-platform-experience-web/adyen-platform-experience-web.css';
      globalThis.experience = experience;`,
  },
  {
    name: 'ag-grid, client-side rows only',
    packages: { 'ag-grid-community': '36.2.0' },
    source: `
      import { ClientSideRowModelModule, ModuleRegistry, createGrid } from 'ag-grid-community';
      ModuleRegistry.registerModules([ClientSideRowModelModule]);
      createGrid(document.body, { columnDefs: [{ field: 'id' }], rowData: [] });`,
  },
  {
    name: 'Uppy dashboard',
    packages: { '@uppy/core': '6.3.1', '@uppy/dashboard': '6.0.3', '@uppy/xhr-upload': '6.0.0' },
    source: `
      import Uppy from '@uppy/core';
      import Dashboard from '@uppy/dashboard';
      import XHRUpload from '@uppy/xhr-upload';
      import '@uppy/core/css/style.min.css';
      import '@uppy/dashboard/css/style.min.css';
      new Uppy().use(Dashboard, { target: document.body, inline: true }).use(XHRUpload, { endpoint: '/' });`,
  },
  {
    name: 'Vaadin grid and upload',
    packages: { '@vaadin/grid': '25.3.0', '@vaadin/upload': '25.3.0' },
    source: `import '@vaadin/grid'; import '@vaadin/upload';`,
  },
];

const packages = Object.assign({}, ...peers.map(peer => peer.packages));

/** Answers with whether everything is there. */
async function install() {
  const manifest = `${JSON.stringify({ private: true, type: 'module', dependencies: packages }, null, 2)}\n`;
  const path = join(home, 'package.json');
  const isThere = existsSync(path) && (await readFile(path, 'utf8')) === manifest;
  if (isThere && existsSync(join(home, 'node_modules/.package-lock.json'))) return true;
  await mkdir(home, { recursive: true });
  await writeFile(path, manifest);
  console.error('Installing what others weigh (npm install) ...');
  const options = ['--no-audit', '--no-fund', '--loglevel=error', '--legacy-peer-deps', '--ignore-scripts'];
  return spawnSync('npm', ['install', ...options], { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

/**
 * Name and figures of each peer. `measure` is given a folder and a source in it; those that cannot be had are left out,
 * and that is said.
 *
 * @template Figures
 * @param {(root: string, source: string) => Promise<Figures>} measure
 * @returns {Promise<readonly {name: string, figures: Figures}[]>}
 */
export async function measurePeers(measure) {
  const kept = join(home, 'measured.json');
  const key = JSON.stringify(peers);
  if (existsSync(kept)) {
    const known = JSON.parse(await readFile(kept, 'utf8'));
    if (known.key === key) return known.found;
  }
  if (!(await install())) {
    console.error('!! THE PEERS COULD NOT BE INSTALLED: is there a network? Their lines are missing.');
    return [];
  }
  const found = [];
  for (const [index, { name, source }] of peers.entries()) {
    const file = `peer-${index}.js`;
    await writeFile(join(home, file), source);
    try {
      found.push({ name, figures: await measure(home, file) });
    } catch (error) {
      console.error(`!! ${name} COULD NOT BE MEASURED: ${error instanceof Error ? error.message : error}`);
    }
  }
  if (found.length === peers.length) await writeFile(kept, JSON.stringify({ key, found }));
  return found;
}
