// What a test's page holds in memory once everything that nobody can reach is gone.

/** @param {any} session @returns {Promise<import('./memory.ts').PageMemory>} */
export async function collectedPage(session) {
  /** @type {import('puppeteer-core').Page} */
  const page = session.browser.getPage(session.id);
  const devtools = await page.createCDPSession();
  try {
    // What finalisers let go of is collected by the second round.
    for (let round = 0; round < 3; round++) await devtools.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    return { nodes, listeners: jsEventListeners, heap: usedSize };
  } finally {
    await devtools.detach();
  }
}
