import { longNames } from './long-names.js';
import type { Scenarios } from './scenario.js';
import { spoiled } from './spoiled.js';

const day = 24 * 60 * 60 * 1000;

/** How much there is, and how odd it is. */
export const dataScenarios = {
  empty: { label: 'No batches yet', engine: { batches: 0 } },
  one: { label: 'One batch', engine: { batches: 1 } },
  many: { label: '10,000 batches', engine: { batches: 10_000, meanRows: 10 } },
  'many-tasks': { label: '100,000 tasks in a batch', engine: { batches: 3, meanRows: 100_000 } },
  'long-names': spoiled('Long names and messages', longNames),
  endless: { label: 'Batches that never end', engine: { stuck: true } },
  'clock-ahead': { label: 'Server clock a day ahead', clockAhead: day },
  'clock-behind': { label: 'Server clock a day behind', clockAhead: -day },
} as const satisfies Scenarios;
