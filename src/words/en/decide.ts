import type { CatalogueEntries } from '../catalogue.js';

/** What a checker sees. */
export const decide = {
  'decide.body': 'Nothing has been processed. Check what was uploaded, then approve or reject it.',
  'decide.by': 'Uploaded by',
  'decide.fingerprint': 'Fingerprint of the rows',
  'decide.fingerprint.hint': 'SHA-256, the same for the same rows in any file',
  'decide.warnings': 'Warnings the uploader accepted',
  'decide.warnings.none': 'None',
  'decide.preview': { one: 'First row', other: 'First {count} rows' },
  'decide.comment': 'Comment (optional)',
  'decide.approve': 'Approve',
  'decide.reject': 'Reject',
} as const satisfies CatalogueEntries;
