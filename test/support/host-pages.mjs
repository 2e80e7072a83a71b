// Pages without a build: the hashes that their author would have copied are written in, and the CDN is played.
import { createHash } from 'node:crypto';
import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

export const cdnOrigin = 'https://cdn.example';

/**
 * Answers the folder that is served.
 * @param {string} folder the copy of the app @param {string} library
 */
export async function writePage(folder, library) {
  const dist = join(folder, 'dist');
  for (const name of await readdir(folder)) await cp(join(folder, name), join(dist, name), { recursive: true });
  await cp(join(folder, '../shared'), join(dist, 'shared'), { recursive: true });
  const integrity = JSON.parse(await readFile(join(library, 'dist/cdn/integrity.json'), 'utf8'));
  const page = (await readFile(join(folder, 'index.html'), 'utf8')).replaceAll(
    'sha384-OF-INTEGRITY-JSON',
    integrity['batch-sync-elements.js'],
  );
  const [, map = ''] = /<script type="importmap">(.*?)<\/script>/s.exec(page) ?? [];
  const hash = createHash('sha256').update(map).digest('base64');
  await writeFile(join(dist, 'index.html'), page.replaceAll('sha256-OF-THE-IMPORT-MAP', `sha256-${hash}`));
  return dist;
}

const types = { '.js': 'text/javascript', '.css': 'text/css', '.map': 'application/json' };

/**
 * Answers for the CDN with the files of the package; those of another version say so, and differ in nothing else.
 * @param {import('puppeteer-core').Page} page @param {string} library
 */
export async function fromCdn(page, library) {
  const { version } = JSON.parse(await readFile(join(library, 'package.json'), 'utf8'));
  await page.setRequestInterception(true);
  page.on('request', request => {
    const url = request.url();
    if (!url.startsWith(`${cdnOrigin}/`)) return void request.continue();
    const [, asked = '', path = ''] = /^[^@]+@([^/]+)\/(.*)$/.exec(url.slice(cdnOrigin.length)) ?? [];
    void readFile(join(library, path), 'utf8').then(
      text =>
        request.respond({
          body: text.replaceAll(version, asked),
          contentType: types[extname(path)] ?? 'application/octet-stream',
          headers: { 'access-control-allow-origin': '*' },
        }),
      () => request.respond({ status: 404 }),
    );
  });
}
