// `npm run docs:pictures`: takes the README's pictures of the demo, light and dark, into docs/pictures. They show what is
// there at that moment, so they are taken again when the look changes, and compared with nothing.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { createServer } from 'vite';
import { findBrowser } from './browser.mjs';
import { root } from './mock-shell.mjs';

const folder = join(root, 'docs/pictures');
/** What a page of text should not weigh more than. */
const heaviest = 150_000;

const server = await createServer({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'error' });
await server.listen(0);
const [address] = server.resolvedUrls?.local ?? [];
const browser = await launch(await findBrowser());
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1360, height: 780 });
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(`${address}batch/batch-sync`);
    // Live, and something of what is being processed is done: the moment that the product is made for.
    await page.waitForFunction(() =>
      /Live[^]*[1-9]\d* of \d+/.test(document.querySelector('batch-sync-table')?.shadowRoot?.textContent ?? ''),
    );
    const path = /** @type {`${string}.png`} */ (join(folder, `demo-${scheme}.png`));
    await page.screenshot({ path });
    const { size } = await stat(path);
    console.log(`docs/pictures/demo-${scheme}.png: ${size} bytes`);
    if (size > heaviest) process.exitCode = 1;
  }
} finally {
  await browser.close();
  await server.close();
}
