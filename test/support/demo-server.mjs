// The backend of the demo on Node, inside Vite's server: real connections, which may fail as the demo's panel says.
import { json } from 'node:stream/consumers';
import { loadMockShell } from './mock-shell.mjs';

/** Where the panel sends what was chosen (PUT), or asks for new data (DELETE). */
const panel = '/__demo__';

/** @returns {import('vite').Plugin} */
export function demoServer() {
  return {
    name: 'demo-server',
    async configureServer({ middlewares }) {
      const { createBackend, createEngine, createMockListener, isConnectionName } = await loadMockShell();
      let engine = createEngine();
      let chosen = /** @type {Partial<import('../../stories/demo/choices.ts').Choices>} */ ({});
      let listen = createMockListener({}, createBackend({ engine }));

      function apply() {
        const { access = 'readWrite', makerChecker = false, data = 'default', scenario = 'default' } = chosen;
        const { connection = '' } = chosen;
        const session = { permission: access, makerChecker };
        const backend = createBackend({ engine, scenario: [scenario, data], session });
        listen = createMockListener({ connection: isConnectionName(connection) ? connection : undefined }, backend);
      }

      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        if (pathname.startsWith('/v1/')) return listen(request, response);
        if (pathname !== panel) return next();
        if (request.method === 'DELETE') engine = createEngine();
        const read = request.method === 'PUT' ? json(request) : Promise.resolve(chosen);
        read.then(choices => {
          chosen = /** @type {typeof chosen} */ (choices);
          apply();
          response.writeHead(204).end();
        }, next);
      });
    },
  };
}
