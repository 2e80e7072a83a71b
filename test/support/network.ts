import { executeServerCommand } from '@web/test-runner-commands';
import { waitUntil } from '@open-wc/testing';

const fence = '/package.json';

/** The path of everything that the page asked the network for while `run` ran: modules, fetches, uploads, streams. */
export async function requestsDuring(run: () => unknown): Promise<readonly string[]> {
  await executeServerCommand('watch-network');
  try {
    await run();
    // The browser reports requests in order: when it told of this one, it told of every earlier one.
    const mark = `${fence}?${Math.random()}`;
    await fetch(mark);
    let paths: readonly string[] = [];
    const told = async () => {
      const urls = await executeServerCommand<string[], undefined>('network-so-far');
      paths = urls.map(url => url.slice(location.origin.length));
      return paths.includes(mark);
    };
    await waitUntil(told, 'the browser to tell of its requests', { timeout: 10_000 });
    return paths.filter(path => path !== mark);
  } finally {
    await executeServerCommand('leave-network');
  }
}
