/** Milliseconds of real time after which something counts as not coming. */
const patience = 15_000;

/**
 * Waits for what needs none of the page's timers, which may stand still: what `look` finds when it finds something. It
 * looks once in each turn of the event loop.
 */
export async function comes<Found>(look: () => Promise<Found | undefined> | Found | undefined): Promise<Found> {
  const { port1, port2 } = new MessageChannel();
  const end = performance.now() + patience;
  try {
    while (performance.now() < end) {
      const found = await look();
      if (found !== undefined) return found;
      await new Promise<void>(resolve => {
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      });
    }
    throw new Error(`Did not come: ${look.toString()}`);
  } finally {
    port1.close();
  }
}
