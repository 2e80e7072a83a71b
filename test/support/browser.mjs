// Finds a Chromium for tests and scripts: CHROME_PATH, else Chrome or Chromium on PATH, else the one inside
// the @sparticuz/chromium package (Linux x64), unpacked once into node_modules/.cache/chromium. And a Firefox, where
// there is one: FIREFOX_PATH, else on PATH.
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'];
const macApp = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const firefoxNames = ['firefox', 'firefox-esr'];
const firefoxMacApp = '/Applications/Firefox.app/Contents/MacOS/firefox';
/** Where the browser that WebKitWebDriver drives lies: beside its libraries, and not on PATH. */
const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

const args = [
  // Chromium refuses to start its sandbox as root, which is what most containers run as.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {string} path */
function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The program that a variable of the environment names, else one of those on PATH or elsewhere. @param {string} variable @param {string[]} programs @param {string} elsewhere */
function installed(variable, programs, elsewhere) {
  const named = process.env[variable];
  if (named) {
    if (!executable(named)) throw new Error(`${variable} is no program: ${named}`);
    return named;
  }
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap(folder => programs.map(name => join(folder, name)));
  return [...onPath, elsewhere].find(executable);
}

/** `undefined` where there is none. */
export function findFirefox() {
  return installed('FIREFOX_PATH', firefoxNames, firefoxMacApp);
}

/** The programs that WebKitGTK is driven by, unseen; `undefined` where one is missing. */
export function findWebkit() {
  const driver = installed('WEBKIT_DRIVER_PATH', ['WebKitWebDriver'], '');
  const browser = installed('WEBKIT_PATH', ['MiniBrowser'], miniBrowser);
  const screen = installed('XVFB_PATH', ['Xvfb'], '');
  return driver && browser && screen ? { driver, browser, screen } : undefined;
}

/** The packaged settings name folders of a cloud function; a browser that finds no font dies on the first <input>. */
function fontSettings(/** @type {string} */ folder) {
  const escaped = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${escaped}/fonts</dir>
  <cachedir>${escaped}/font-cache</cachedir>
</fontconfig>
`;
}

/** Unpacks the packaged Chromium and answers the folder that holds it, its libraries and its fonts. */
async function unpack() {
  const cache = join(root, 'node_modules/.cache');
  const folder = join(cache, 'chromium');
  if (existsSync(join(folder, 'chromium'))) return folder;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome or Chromium found. Install one, or name it in CHROME_PATH.');
  }
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin');
  // Unpacked beside and renamed when whole: two runs may start at the same moment, and one may be interrupted.
  const part = join(cache, `chromium-${process.pid}`);
  mkdirSync(part, { recursive: true });
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = part;
  try {
    await Promise.all([chromium.executablePath(bin), inflate(join(bin, 'al2023.tar.br'))]);
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
  writeFileSync(join(part, 'fonts.conf'), fontSettings(folder));
  try {
    renameSync(part, folder);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw error;
  }
  return folder;
}

/**
 * What a browser launch needs, in the shape of puppeteer's launch options.
 * @returns {Promise<{executablePath: string, args: string[], env: NodeJS.ProcessEnv, headless: true | 'shell'}>}
 */
export async function findBrowser() {
  const present = installed('CHROME_PATH', names, macApp);
  if (present) return { executablePath: present, args, env: process.env, headless: true };
  const folder = await unpack();
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return {
    executablePath: join(folder, 'chromium'),
    args,
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
    headless: 'shell',
  };
}
