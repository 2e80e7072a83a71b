import { batches } from './en/batches.js';
import { common } from './en/common.js';
import { detail } from './en/detail.js';
import { fields } from './en/fields.js';
import { issues } from './en/issues.js';
import { table } from './en/table.js';

/** What `<batch-sync-detail>` draws and says, in English. */
export const detailEnglish = { ...common, ...batches, ...fields, ...issues, ...table, ...detail };
