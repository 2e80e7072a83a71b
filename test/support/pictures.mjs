// Visual regression: pictures of stories, compared with those that are stored in test/pictures. Letters are drawn
// otherwise by another browser and with other fonts: there nothing is compared, and that is said.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { root } from './mock-shell.mjs';

/** @typedef {import('./pictures.ts').PictureRequest} PictureRequest */
/** @typedef {import('./pictures.ts').PictureResult} PictureResult */
/** @typedef {import('puppeteer-core').Page} Page */

const stored = join(root, 'test/pictures');
const differing = join(stored, 'differing');
const recordFile = join(stored, 'recorded.json');

/** How different two pixels must be to count, and how many may be: text of a moment ago is not a fault. */
const tolerance = { pixel: 0.2, share: 0.01 };

/** @param {{update: boolean}} options */
export function pictureBook({ update }) {
  const recorded = existsSync(recordFile) ? JSON.parse(readFileSync(recordFile, 'utf8')) : null;
  const seen = new Set();
  let compared = 0;
  let foreign = '';

  mkdirSync(stored, { recursive: true });
  if (update) for (const name of pictures()) rmSync(join(stored, name));
  rmSync(differing, { recursive: true, force: true });

  /** @param {string} name @param {Buffer} taken @returns {PictureResult} */
  function compare(name, taken) {
    const file = join(stored, name);
    if (update) {
      writeFileSync(file, taken);
      return { verdict: 'stored' };
    }
    if (!existsSync(file))
      return keep(name, taken, 'There is no such picture; `npm run test:visual -- --update` takes it.');
    const before = PNG.sync.read(readFileSync(file));
    const now = PNG.sync.read(taken);
    const { width, height } = before;
    if (now.width !== width || now.height !== height) {
      return keep(name, taken, `${now.width} × ${now.height} pixels in place of ${width} × ${height}`);
    }
    const diff = new PNG({ width, height });
    const pixels = pixelmatch(before.data, now.data, diff.data, width, height, { threshold: tolerance.pixel });
    compared += 1;
    if (pixels <= width * height * tolerance.share) return { verdict: 'same' };
    keep(name.replace('.png', '.diff.png'), PNG.sync.write(diff), '');
    return keep(name, taken, `${((100 * pixels) / (width * height)).toFixed(2)} % of it differ`);
  }

  /** @param {string} name @param {Buffer} picture @param {string} why @returns {PictureResult} */
  function keep(name, picture, why) {
    mkdirSync(differing, { recursive: true });
    writeFileSync(join(differing, name), picture);
    return { verdict: 'differs', why: `${why} Taken now: test/pictures/differing/${name}` };
  }

  return {
    plugin: {
      name: 'pictures',
      async executeCommand(
        /** @type {{command: string, payload?: any, session: any}} */ { command, payload, session },
      ) {
        if (command === 'picture-machine') {
          if (update) writeFileSync(recordFile, `${JSON.stringify(payload, null, 2)}\n`);
          else if (JSON.stringify(recorded) !== JSON.stringify(payload)) {
            foreign = `stored with ${JSON.stringify(recorded)}, here is ${JSON.stringify(payload)}`;
          }
          return { comparable: foreign === '' };
        }
        if (command !== 'picture') return undefined;
        const { name, width, height } = /** @type {PictureRequest} */ (payload);
        const page = /** @type {Page} */ (session.browser.getPage(session.id));
        const taken = await page.screenshot({ clip: { x: 0, y: 0, width, height } });
        seen.add(name);
        return compare(name, Buffer.from(taken));
      },
    },
    reporter: {
      onTestRunFinished() {
        process.once('exit', () => {
          if (foreign) {
            console.log(`\nPICTURES WERE NOT COMPARED: ${foreign}.`);
            console.log(
              'Letters differ from one browser and set of fonts to another; `-- --update` stores those of here.',
            );
            return;
          }
          const unused = pictures().filter(name => !seen.has(name));
          console.log(`\n${seen.size} pictures taken, ${compared} compared.`);
          if (unused.length > 0) console.log(`No story has these any more:\n  ${unused.join('\n  ')}`);
        });
      },
    },
  };
}

function pictures() {
  return existsSync(stored) ? readdirSync(stored).filter(name => name.endsWith('.png')) : [];
}
