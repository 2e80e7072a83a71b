// What processes of the browser take of the machine's memory: a Blob is not in the page's own.
import { readFileSync, writeFileSync } from 'node:fs';

/** A page's process and the browser's. `NaN` where the system has no /proc. */
export class Processes {
  /** @type {number} */
  page;
  /** @type {number} */
  browser;

  /** @param {number} page @param {number} browser their ids */
  constructor(page, browser) {
    this.page = page;
    this.browser = browser;
  }

  /** @param {import('puppeteer-core').Page} page */
  static async of(page) {
    const session = await page.browser().target().createCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    const browser = processInfo.find(({ type }) => type === 'browser')?.id ?? NaN;
    // The latest one: contestants enter one after another.
    return new Processes(Math.max(...renderers), browser);
  }

  /** Forgets earlier peaks. */
  begin() {
    for (const id of [this.page, this.browser]) {
      try {
        writeFileSync(`/proc/${id}/clear_refs`, '5');
      } catch {
        // Not permitted, or no such file: then the peak is that of the whole life, which began a moment ago.
      }
    }
    return { page: read(this.page, 'VmRSS'), browser: read(this.browser, 'VmRSS') };
  }

  /** Bytes above what was taken then. @param {{page: number, browser: number}} before */
  peakSince(before) {
    return {
      page: read(this.page, 'VmHWM') - before.page,
      browser: read(this.browser, 'VmHWM') - before.browser,
    };
  }
}

/** @param {number} id @param {string} name */
function read(id, name) {
  try {
    const kilobytes = new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
    return Number(kilobytes) * 1024;
  } catch {
    return NaN;
  }
}
