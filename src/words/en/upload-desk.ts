import type { CatalogueEntries } from '../catalogue.js';

/** From the file on. */
export const uploadDesk = {
  'upload.description.edit': 'Edit description',

  'upload.replace': 'Replace',

  'upload.file.rows': { one: '{count} row', other: '{count} rows' },
  'upload.file.moreRows': { one: 'more than {count} row', other: 'more than {count} rows' },
  'upload.reading.progress': 'Reading the file, {percent}',

  'upload.ready': {
    one: '{count} row is ready to send.',
    other: '{count} rows are ready to send.',
  },
  'upload.ready.body': 'Nothing has been sent yet.',
  'upload.ready.warnings': { one: '{count} warning to accept.', other: '{count} warnings to accept.' },
  'upload.errors': { one: '{count} error', other: '{count} errors' },
  'upload.errors.inRows': { one: '{errors} in {count} row.', other: '{errors} in {count} rows.' },
  'upload.errors.inFile': '{errors} in the file.',
  'upload.errors.body': 'Nothing has been sent. Fix the file and choose it again.',
  'upload.errors.editable': {
    one: 'Nothing has been sent. Fix it here, or download the list and fix the file.',
    other: 'Nothing has been sent. Fix them here, or download the list and fix the file.',
  },
  'upload.errors.server':
    'The server checked the file again. No batch was created: fix the rows here, or fix the file.',
  'upload.headerless.heading': 'These rows have no header line',
  'upload.headerless.body': 'If their values stand in this order, add it: {columns}',
  'upload.headerless.add': 'Add header line',
  'upload.preview.showAll': 'Show all rows',
  'upload.preview.edit': 'Edit rows',
  'upload.preview': 'First {count} of {total} rows',
  'upload.preview.all': { one: 'The row', other: 'All {count} rows' },

  'issues.label': 'Issues',
  'issues.filter': 'Filter issues',
  'issues.all': 'All',
  'issues.row': 'Row',
  'issues.line': 'Line',
  'issues.column': 'Column',
  'issues.issue': 'Issue',
  'issues.empty': 'Empty',
  'issues.shown': 'Showing {shown} of {total}',
  'issues.more': 'Show {count} more',

  'upload.warnings.accept': {
    one: 'Send despite {count} warning: {names}',
    other: 'Send despite {count} warnings: {names}',
  },
  'upload.gateway': 'Sync With Gateway',
  'upload.gateway.hint': 'Also sync with the connected payment gateways while processing.',

  'upload.send.empty': 'Send',
  'upload.send.part': { one: 'Send {count} of {total}', other: 'Send {count} of {total}' },
  'upload.send.parts': {
    one: 'Send {count} row in {parts} batches',
    other: 'Send {count} rows in {parts} batches',
  },
  'upload.send.anyway': { one: 'Send {count} row anyway', other: 'Send {count} rows anyway' },
  'upload.toFix.rows': { one: '{count} row to fix before sending', other: '{count} rows to fix before sending' },
  'upload.toFix.file': 'Fix the file before sending',
  'upload.toFix.warnings': 'Accept the warnings before sending',
  'upload.toFix.earlier': 'Decide on the earlier batch before sending',
  'upload.leftOut': { one: '{count} row with errors is left out', other: '{count} rows with errors are left out' },
  'upload.toFix.wait': 'The server asks to wait. Available in {time}',

  'upload.sending': { one: 'Sending {count} row', other: 'Sending {count} rows' },
  'upload.sending.bytes': '{loaded} of {total} · {percent}',
  'upload.sending.left': '{loaded} of {total} · {percent} · {time} left',
  'upload.sending.stalled': 'Nothing has moved for a few seconds. It goes on as soon as the connection allows.',
  'upload.sending.part': 'Batch {part} of {parts}',
  'upload.sending.sent': 'Sent. Waiting for the server’s answer.',
  'upload.sending.cancel': 'Stop sending',
  'upload.checking.heading': 'Checking whether the batch was created',
  'upload.checking.body':
    'The server’s answer did not arrive. This goes on until it is known; the file is never made into a second batch.',
  'upload.checking.canceled': 'Sending was stopped. The server may have had the whole file already.',
  'upload.checking.stop': 'Stop checking',

  'upload.failed.heading': 'Sending failed',
  'upload.failed.unknown.heading': 'It is not known whether the batch was created',
  'upload.failed.unknown': 'Try again: the same file is sent with the same key, so there will be one batch only.',
  'upload.failed.canceled.heading': 'Sending was stopped',
  'upload.failed.canceled':
    'The server knows of no batch so far. Sending again goes on with the same batch: there will be one only.',
  'upload.failed.kept': 'Your file and what you entered are kept.',
  'upload.failed.duplicate.heading': 'The same rows were sent before',
  'upload.failed.duplicate': 'They are in batch {id}. No second batch was created.',
  'upload.failed.duplicate.unknown': 'No second batch was created.',
  'upload.failed.description.heading': 'The description was refused',
  'upload.failed.revise': 'Back to review',
  'upload.failed.retry': 'Try again',

  'upload.failed.sent': 'What was sent before is safe. What is left goes on from here, and nothing is sent twice.',

  'upload.parts.label': 'Batches',
  'upload.parts.lead': {
    one: '{count} part, sent as a batch of its own:',
    other: '{count} parts, sent one after another as a batch each:',
  },
  'upload.parts.rows': 'Rows {from}–{to}',
  'upload.parts.sent': 'Sent',
  'upload.parts.sending': 'Sending',
  'upload.parts.failed': 'Not sent',
  'upload.parts.waiting': 'Waiting',

  'upload.earlier.heading': 'The same rows were sent before',
  'upload.earlier.body': 'They are in batch {id}, {time}.',
  'upload.earlier.accept': 'Send the same rows again',
  'upload.earlier.awaited': 'Checking whether these rows were sent before…',
  'upload.before.sent': {
    one: '{count} batch was made of this file already. Its rows are not here any more:',
    other: '{count} batches were made of this file already. Their rows are not here any more:',
  },

  'upload.done.heading': 'Batch created',
  'upload.done.heading.several': { one: '{count} batch created', other: '{count} batches created' },
  'upload.done.several': {
    one: '{count} row is queued for processing.',
    other: '{count} rows are queued for processing.',
  },
  'upload.done.several.pending': {
    one: '{count} row waits for approval.',
    other: '{count} rows wait for approval.',
  },
  'upload.done.rest': {
    one: '{count} row was left out because it has errors.',
    other: '{count} rows were left out because they have errors.',
  },
  'upload.done.rest.fix': { one: 'Fix {count} row', other: 'Fix {count} rows' },
  'upload.done.queued': {
    one: '{count} row of “{file}” is queued for processing.',
    other: '{count} rows of “{file}” are queued for processing.',
  },
  'upload.done.pending': {
    one: '{count} row of “{file}” waits for approval.',
    other: '{count} rows of “{file}” wait for approval.',
  },
  'upload.done.view': 'View batch',
  'upload.done.another': 'Upload another',
  'upload.done.notify': 'Batch {id} was created from “{file}”.',

  'problem.duplicate_batch': 'The same rows were sent before.',
  'problem.invalid_description': 'Change the description, then send again.',
  'problem.file_too_large': 'The file is too large for the server.',
  'problem.unsupported_media_type': 'The server does not take this kind of file.',
  'problem.csv_validation': 'The server found faults in the file.',

  'upload.send': { one: 'Send {count} row', other: 'Send {count} rows' },
  'upload.leftOut.title': {
    one: 'Send without {count} row?',
    other: 'Send without {count} rows?',
  },
  'upload.leftOut.body': {
    one: '{count} of {total} rows has errors and is left out. It stays here, to be fixed or downloaded.',
    other: '{count} of {total} rows have errors and are left out. They stay here, to be fixed or downloaded.',
  },
  'upload.discard.edits': 'What you changed in “{file}” will be gone.',
  'upload.discard.replace': 'Replace the file?',
  'upload.discard.replace.confirm': 'Replace',
} as const satisfies CatalogueEntries;
