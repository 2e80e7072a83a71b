import { acts } from './en/acts.js';
import { batchActs } from './en/batch-acts.js';

/** What is asked before something is done to the batch on screen and said of it, in English. */
export const batchActsEnglish = { ...acts, ...batchActs };
