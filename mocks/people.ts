import type { Actor } from '../src/core/batch.js';

/** Who works with the mock backend's data. The first one is the person at the screen. */
export const people: readonly [Actor, ...Actor[]] = [
  { id: 'u_7', name: 'Asha Rao' },
  { id: 'u_12', name: 'Rohan Mehta' },
  { id: 'u_15', name: 'Priya Nair' },
  { id: 'u_21', name: 'Daniel Okafor' },
  { id: 'u_24', name: 'Mei Lin Tan' },
  { id: 'u_31', name: 'Lucía Fernández' },
];
