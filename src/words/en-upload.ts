import { common } from './en/common.js';
import { fields } from './en/fields.js';
import { issues } from './en/issues.js';
import { review } from './en/review.js';
import { table } from './en/table.js';
import { upload } from './en/upload.js';

/** What `<batch-sync-upload>` draws and says, in English. */
export const uploadEnglish = { ...common, ...fields, ...issues, ...table, ...review, ...upload };
