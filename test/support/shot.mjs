// Takes a screenshot of a page, to look at a screen without a desktop browser.
//
//   node test/support/shot.mjs <url> <file.png> [options, in order of their effect]
//
//   --width 1280 --height 800   size of the window
//   --dark                      prefers-color-scheme: dark
//   --full                      the whole page, not the window
//   --wait <selector>           wait for an element (CSS; `>>>` pierces shadow roots)
//   --click <selector>          click it
//   --type <selector>=<text>    type into it
//   --key <name>                press a key (Tab, Enter, Escape, ...)
//   --file <selector>=<path>    choose a file in a file input
//   --eval <expression>         evaluate it in the page and print its result
//   --pause <ms>                let an animation end
//
// Steps (--wait ... --pause) may repeat and run in the order given. Console messages and page errors are printed.
import { launch } from 'puppeteer-core';
import { findBrowser } from './browser.mjs';

const [url, file, ...rest] = process.argv.slice(2);
if (!url || !file) {
  console.error('usage: node test/support/shot.mjs <url> <file.png> [options]; the head of this file lists them');
  process.exit(2);
}

const view = { width: 1280, height: 800, dark: false, full: false };
/** @type {[string, string][]} */
const steps = [];
while (rest.length) {
  const name = String(rest.shift());
  if (name === '--dark' || name === '--full') view[name === '--dark' ? 'dark' : 'full'] = true;
  else if (name === '--width' || name === '--height')
    view[name === '--width' ? 'width' : 'height'] = Number(rest.shift());
  else steps.push([name, String(rest.shift())]);
}

/** @param {string} value */
function split(value) {
  const at = value.lastIndexOf('=');
  return [value.slice(0, at), value.slice(at + 1)];
}

const browser = await launch(await findBrowser());
try {
  const page = await browser.newPage();
  page.on('console', message => console.log(`console.${message.type()}: ${message.text()}`));
  page.on('pageerror', error => console.log(`page error: ${error}`));
  await page.setViewport({ width: view.width, height: view.height });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: view.dark ? 'dark' : 'light' }]);
  await page.goto(url, { waitUntil: 'load' });
  for (const [name, value] of steps) {
    const [selector, text] = split(value);
    if (name === '--wait') await page.waitForSelector(value);
    else if (name === '--click') await page.locator(value).click();
    else if (name === '--type') await page.type(selector, text);
    else if (name === '--key') await page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (value));
    else if (name === '--file') await /** @type {any} */ (await page.waitForSelector(selector)).uploadFile(text);
    else if (name === '--eval') console.log(JSON.stringify(await page.evaluate(value)));
    else if (name === '--pause') await new Promise(done => setTimeout(done, Number(value)));
    else throw new Error(`unknown option ${name}`);
  }
  await page.screenshot({ path: /** @type {`${string}.png`} */ (file), fullPage: view.full });
  console.log(file);
} finally {
  await browser.close();
}
