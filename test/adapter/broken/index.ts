import { acts } from './acts.js';
import { answersOfAllCalls } from './answers.js';
import { events } from './events.js';
import { lists } from './lists.js';
import { batches } from './tasks.js';
import { uploads } from './uploads.js';

/** Backends that break the contract on purpose, each in one way. */
export const brokenBackends = [...answersOfAllCalls, ...lists, ...batches, ...uploads, ...acts, ...events];
