// Tabs of their own beside a test's page, in the same browser context: they share its connections, locks and channels.

/** An empty page of the test's origin, whose scripts are the elements. */
export const emptyPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Tab</title>
    <script type="module" src="/src/define/index.ts"></script>
  </head>
  <body></body>
</html>`;

export function browserTabs() {
  /** @type {Map<string, import('puppeteer-core').Page>} */
  const tabs = new Map();
  let last = 0;

  return {
    /** Answers a command of a test; `undefined` for one that is not ours. @param {string} command @param {any} payload @param {any} session */
    async answer(command, payload, session) {
      if (command === 'open-tab') {
        const opener = session.browser.getPage(session.id);
        // In a window of its own: in one window all tabs but the last are hidden.
        const tab = await opener.browserContext().newPage({ type: 'window' });
        await tab.goto(new URL('/__tab__', opener.url()).href);
        const name = String(++last);
        tabs.set(name, tab);
        return name;
      }
      if (command === 'run-in-tab') return (await tabs.get(payload.tab)?.evaluate(payload.script)) ?? null;
      if (command === 'close-tab') {
        await tabs.get(payload.tab)?.close();
        tabs.delete(payload.tab);
        return true;
      }
      return undefined;
    },
  };
}
