import { common } from './en/common.js';
import { fields } from './en/fields.js';
import { upload } from './en/upload.js';

/** What `<batch-sync-upload>` draws and says until there is a file, in English. */
export const uploadEnglish = { ...common, ...fields, ...upload };
