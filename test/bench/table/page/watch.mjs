/** Milliseconds after which a contestant has failed to show what it should. */
const patience = 20_000;

/** Resolves when a frame is on screen in which `look` answers yes: in the task after the one that drew it. @param {() => boolean} look */
export function shown(look) {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    const ask = () => requestAnimationFrame(() => port2.postMessage(null));
    port1.onmessage = () => {
      if (look()) {
        port1.close();
        resolve(undefined);
      } else if (performance.now() - start > patience) {
        port1.close();
        reject(new Error('it never showed what it should'));
      } else {
        ask();
      }
    };
    ask();
  });
}
