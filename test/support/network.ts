import { executeServerCommand } from '@web/test-runner-commands';
import { waitUntil } from '@open-wc/testing';

/**
 * Makes a request that can be told from every other, waits until the browser told of it, and answers with its place
 * among them. The browser tells in order, so that everything before it has been told too.
 */
async function fence(): Promise<{ readonly paths: readonly string[]; readonly at: number }> {
  const mark = `/package.json?${Math.random()}`;
  await fetch(mark);
  let paths: readonly string[] = [];
  const told = async () => {
    const urls = await executeServerCommand<string[], undefined>('network-so-far');
    paths = urls.map(url => url.slice(location.origin.length));
    return paths.includes(mark);
  };
  await waitUntil(told, 'the browser to tell of its requests', { timeout: 20_000 });
  return { paths, at: paths.indexOf(mark) };
}

/** The path of everything that the page asked the network for while `run` ran: modules, fetches, uploads, streams. */
export async function requestsDuring(run: () => unknown): Promise<readonly string[]> {
  await executeServerCommand('watch-network');
  try {
    const { at: begin } = await fence();
    await run();
    const { paths, at: end } = await fence();
    return paths.slice(begin + 1, end);
  } finally {
    await executeServerCommand('leave-network');
  }
}
