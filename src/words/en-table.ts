import { batches } from './en/batches.js';
import { common } from './en/common.js';
import { fields } from './en/fields.js';
import { find } from './en/find.js';
import { table } from './en/table.js';

/** What `<batch-sync-table>` draws and says, in English. */
export const tableEnglish = { ...common, ...batches, ...fields, ...table, ...find };
