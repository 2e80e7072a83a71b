import { batches } from './en/batches.js';
import { common } from './en/common.js';
import { detail } from './en/detail.js';
import { fields } from './en/fields.js';

/** What `<batch-sync-detail>` draws and says at first, in English. */
export const detailEnglish = { ...common, ...batches, ...fields, ...detail };
