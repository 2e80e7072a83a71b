// What a test page asks of the network, seen from the browser's side: modules, fetches, uploads and streams alike,
// whatever the page's own script made of `fetch`.

export function networkWatch() {
  /** @type {Map<string, {page: import('puppeteer-core').Page, urls: string[], note: (request: {url(): string}) => void}>} */
  const watches = new Map();

  return {
    /** Answers a command of a test; `undefined` for one that is not ours. @param {string} command @param {any} session */
    async answer(command, session) {
      if (command === 'watch-network') {
        const page = session.browser.getPage(session.id);
        /** @type {string[]} */
        const urls = [];
        const note = (/** @type {{url(): string}} */ request) => void urls.push(request.url());
        page.on('request', note);
        watches.set(session.id, { page, urls, note });
        return true;
      }
      if (command === 'network-so-far') return watches.get(session.id)?.urls ?? [];
      if (command === 'leave-network') {
        const watch = watches.get(session.id);
        watch?.page.off('request', watch.note);
        watches.delete(session.id);
        return true;
      }
      return undefined;
    },
  };
}
