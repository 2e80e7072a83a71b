import { batches } from './en/batches.js';
import { issues } from './en/issues.js';
import { review } from './en/review.js';
import { uploadDesk } from './en/upload-desk.js';

/** What it says once there is one, beside that. */
export const deskEnglish = { ...batches, ...issues, ...review, ...uploadDesk };
