import { acts } from './en/acts.js';
import { gateway } from './en/gateway.js';

/** What a gateway sync asks and says in a list, in English. */
export const gatewayEnglish = { ...acts, ...gateway };
