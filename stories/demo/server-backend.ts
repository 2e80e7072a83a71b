import type { DemoBackend } from './backend.js';
import type { Choices } from './choices.js';

const panel = '/__demo__';

/** The backend on Node that `npm start -- --server` brings. It keeps its batches as long as it runs. */
export async function startServerBackend(choices: Choices): Promise<DemoBackend> {
  const backend: DemoBackend = {
    async apply(changed) {
      await fetch(panel, { method: 'PUT', body: JSON.stringify(changed) });
    },
    async reset() {
      await fetch(panel, { method: 'DELETE' });
    },
  };
  await backend.apply(choices);
  return backend;
}
