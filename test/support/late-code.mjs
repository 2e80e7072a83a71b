// Modules that a test page asks for late: they wait or go missing on their way to the browser, as from a slow server or
// after a new release. For engines that Puppeteer drives.

/** @typedef {import('puppeteer-core').HTTPRequest} Request */
/** @typedef {'held' | 'missing' | 'given'} Fate */

export function lateCode() {
  /** @type {Map<string, {page: import('puppeteer-core').Page, fates: Map<string, Fate>, waiting: Set<Request>, meet: (request: Request) => void}>} */
  const ways = new Map();

  /** @param {string} id @param {any} session */
  async function wayOf(id, session) {
    const known = ways.get(id);
    if (known) return known;
    const page = session.browser.getPage(id);
    /** @type {Map<string, Fate>} */
    const fates = new Map();
    /** @type {Set<Request>} */
    const waiting = new Set();
    const meet = (/** @type {Request} */ request) => {
      const [, fate] = [...fates].find(([file]) => request.url().includes(file)) ?? [];
      if (fate === 'held') waiting.add(request);
      else void (fate === 'missing' ? request.abort() : request.continue()).catch(() => undefined);
    };
    const way = { page, fates, waiting, meet };
    ways.set(id, way);
    await page.setRequestInterception(true);
    page.on('request', meet);
    return way;
  }

  return {
    /** Answers a command of a test; `undefined` for one that is not ours. @param {string} command @param {any} payload @param {any} session */
    async answer(command, payload, session) {
      if (command === 'late-code') {
        const { fates, waiting, meet } = await wayOf(session.id, session);
        fates.set(payload.file, payload.fate);
        const freed = [...waiting];
        waiting.clear();
        freed.forEach(meet);
        return true;
      }
      if (command === 'late-code-waits') {
        const { waiting } = await wayOf(session.id, session);
        return [...waiting].some(request => request.url().includes(payload.file));
      }
      if (command === 'leave-late-code') {
        const way = ways.get(session.id);
        ways.delete(session.id);
        if (way === undefined) return true;
        for (const request of way.waiting) await request.abort();
        way.page.off('request', way.meet);
        await way.page.setRequestInterception(false);
        return true;
      }
      return undefined;
    },
  };
}
