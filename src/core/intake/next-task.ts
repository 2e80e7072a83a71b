/**
 * Lets the page, or whoever shares the thread, do what waits. By a message, which waits its turn behind everything that
 * waits already: `scheduler.yield` goes on before all of it, so that work of many short tasks would hold a page up like
 * one long task. Unlike a timer it is not slowed down in a hidden page.
 */
export function nextTask(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
