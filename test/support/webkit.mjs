// WebKitGTK by the plain WebDriver protocol, on a screen that nobody sees: as much of it as the tests ask a page for.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { findWebkit } from './browser.mjs';
import { freePort } from './free-port.mjs';

/** Keys by the names that tests call them. @type {Record<string, string>} */
const keys = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Escape: '\uE00C',
  Space: ' ',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Backspace: '\uE003',
  Delete: '\uE017',
};
const buttons = { left: 0, middle: 1, right: 2 };

/** @param {import('node:child_process').ChildProcess} child */
async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}

/** A screen that nobody sees. @param {string} program */
async function screen(program) {
  const options = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
  const child = spawn(program, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = await once(/** @type {import('node:stream').Readable} */ (child.stdio[3]), 'data');
  return { child, name: `:${String(number).trim()}` };
}

/** The driver and its screen. */
export class WebKitDriver {
  #address;
  #browser;
  #children;

  static async start() {
    const found = findWebkit();
    if (!found) throw new Error('WebKitWebDriver, MiniBrowser and Xvfb are not all there.');
    const display = await screen(found.screen);
    const port = await freePort();
    const child = spawn(found.driver, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: display.name,
        GDK_BACKEND: 'x11',
        // Neither is there in a container.
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      },
    });
    const driver = new WebKitDriver(`http://127.0.0.1:${port}`, found.browser, [child, display.child]);
    await driver.#ready();
    return driver;
  }

  /** @param {string} address @param {string} browser @param {import('node:child_process').ChildProcess[]} children */
  constructor(address, browser, children) {
    this.#address = address;
    this.#browser = browser;
    this.#children = children;
    process.once('exit', () => children.forEach(child => child.kill()));
  }

  async #ready() {
    for (let tries = 100; ; tries -= 1) {
      try {
        return await this.call('GET', '/status');
      } catch (error) {
        if (tries === 0) throw error;
        await setTimeout(100);
      }
    }
  }

  /** @param {'GET' | 'POST' | 'DELETE'} method @param {string} path @param {unknown} [body] @returns {Promise<any>} */
  async call(method, path, body) {
    const response = await fetch(`${this.#address}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value?.error}: ${value?.message}`);
    return value;
  }

  /** A window of its own, which shares nothing with those before. */
  async open() {
    const options = { binary: this.#browser, args: ['--automation'] };
    const { sessionId } = await this.call('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options, pageLoadStrategy: 'none' } },
    });
    return new WebKitPage(this, `/session/${sessionId}`);
  }

  async stop() {
    for (const child of this.#children) await ended(child);
  }
}

/** What a test asks of its page, by the names that Puppeteer has for it. */
export class WebKitPage {
  #driver;
  #path;

  keyboard = {
    /** @param {string} name */
    press: name => this.#act('key', this.#stroke(keys[name] ?? name)),
    /** @param {string} name */
    down: name => this.#act('key', [{ type: 'keyDown', value: keys[name] ?? name }]),
    /** @param {string} name */
    up: name => this.#act('key', [{ type: 'keyUp', value: keys[name] ?? name }]),
    /** @param {string} text */
    type: text => this.#act('key', [...text].flatMap(this.#stroke)),
  };

  mouse = {
    /** @param {number} x @param {number} y */
    move: (x, y) => this.#act('pointer', [{ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) }]),
    /** @param {{button?: keyof typeof buttons}} options */
    down: ({ button = 'left' } = {}) => this.#act('pointer', [{ type: 'pointerDown', button: buttons[button] }]),
    /** @param {{button?: keyof typeof buttons}} options */
    up: ({ button = 'left' } = {}) => this.#act('pointer', [{ type: 'pointerUp', button: buttons[button] }]),
    /** @param {number} x @param {number} y @param {{button?: keyof typeof buttons}} options */
    click: async (x, y, options) => {
      await this.mouse.move(x, y);
      await this.mouse.down(options);
      await this.mouse.up(options);
    },
    reset: () => this.#driver.call('DELETE', `${this.#path}/actions`),
  };

  /** @param {WebKitDriver} driver @param {string} path */
  constructor(driver, path) {
    this.#driver = driver;
    this.#path = path;
  }

  /** @param {string} url */
  goto(url) {
    return this.#driver.call('POST', `${this.#path}/url`, { url });
  }

  /** @param {string} script @param {unknown[]} args */
  run(script, ...args) {
    return this.#driver.call('POST', `${this.#path}/execute/sync`, { script, args });
  }

  /** A window has borders beside what is seen of the page. @param {{width: number, height: number}} size */
  async setViewport({ width, height }) {
    const [across, down] = await this.run('return [outerWidth - innerWidth, outerHeight - innerHeight]');
    await this.#driver.call('POST', `${this.#path}/window/rect`, { width: width + across, height: height + down });
  }

  close() {
    return this.#driver.call('DELETE', this.#path);
  }

  /** @param {string} value */
  #stroke = value => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ];

  /** @param {'key' | 'pointer'} type @param {readonly object[]} actions */
  #act(type, actions) {
    return this.#driver.call('POST', `${this.#path}/actions`, { actions: [{ type, id: type, actions }] });
  }
}
