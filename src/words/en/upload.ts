import type { CatalogueEntries } from '../catalogue.js';

/** Until there is a file. */
export const upload = {
  'upload.steps': 'Steps',
  'upload.step.describe': 'Describe',
  'upload.step.choose': 'Choose file',
  'upload.step.review': 'Review',
  'upload.step.send': 'Send',
  'upload.step.completed': 'completed',
  'upload.loading': 'Checking your rights',
  'upload.rightsUnknown': 'Your rights could not be read, so nothing can be uploaded.',
  'upload.forbidden.heading': 'You can’t create a batch',
  'upload.forbidden.body': 'Ask whoever manages your account for write access to orders.',
  'upload.disabled': 'Uploading is switched off here.',

  'upload.description.label': 'Description',
  'upload.description.hint': 'Whoever approves this batch reads it first.',
  'upload.description.submit': 'Submit',
  'upload.description.count': '{count} of {max} characters',
  'upload.description.missing': 'Enter a description',
  'upload.description.tooLong': {
    one: 'Shorten the description by {count} character',
    other: 'Shorten the description by {count} characters',
  },

  'upload.instructions': 'Fill in the sample file with your orders, then choose it here. One file makes one batch.',
  'upload.drop': 'Drop a CSV file here',
  'upload.drop.or': 'or paste it, or rows with their header, or',
  'upload.drop.accept': 'Let go to check this file',
  'upload.drop.reject': 'Only one CSV file can be taken',
  'upload.choose': 'Choose File',
  'upload.limits': {
    one: 'CSV in UTF-8 · at most {count} row · at most {size}',
    other: 'CSV in UTF-8 · at most {count} rows · at most {size}',
  },
  'upload.sample': 'Sample file',

  'upload.fault.several_files': '{count} files were given. One file makes one batch: choose one of them.',
  'upload.fault.folder': 'That is a folder. Open it and choose one CSV file.',
  'upload.fault.not_a_file': 'That is not a file. Choose a CSV file.',
  'upload.fault.text': 'That is text. Save it as a CSV file, then choose the file.',
  'upload.fault.unchecked_file': '“{file}” could not be checked. This is a fault of this page, not of the file.',

  'upload.reading': 'Reading the file',
  'upload.reading.stop': 'Stop reading',

  'upload.discard.title': 'Discard this upload?',
  'upload.discard.body': 'Nothing has been sent. The file and what you entered will be gone.',
  'upload.discard.sending':
    'The file is on its way. The batch may be created nevertheless, and will then be in the list.',
  'upload.discard.confirm': 'Discard',
  'upload.discard.keep': 'Keep working',
} as const satisfies CatalogueEntries;
