// `npm run serve`: the built demo on the Node shell of the mock backend, under the strict content security policy
// and without a service worker. PORT chooses the port (4173).
import { join } from 'node:path';
import { buildDemo } from './build-pages.mjs';
import { loadMockShell, root } from './mock-shell.mjs';

const staticDir = join(root, 'dist-demo');
const { createMockServer, strictPolicy } = await loadMockShell();
await buildDemo(staticDir, '/');
const server = createMockServer({ staticDir, headers: { 'content-security-policy': strictPolicy } });
server.listen(Number(process.env.PORT ?? 4173), '127.0.0.1', () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  console.log(`http://localhost:${port}/batch/batch-sync`);
});
