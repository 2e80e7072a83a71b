import type { CatalogueEntries } from '../catalogue.js';

export const table = {
  'table.column.fileName': 'File Name',
  'table.column.status': 'File Upload Status',
  'table.column.totalRecords': 'Total Records',
  'table.column.createdAt': 'Date Created',
  'table.column.updatedAt': 'Last Modified',
  'table.column.totalTasks': 'Total Tasks',
  'table.column.progress': 'Tasks Progress',
  'table.column.actions': 'Actions',

  'table.search': 'Search by file name',
  'table.search.clear': 'Clear search',
  'table.matchCase': 'Match case',

  'table.sort': 'Sort by',
  'table.sort.fileName': 'File name A to Z',
  'table.sort.-fileName': 'File name Z to A',
  'table.sort.status': 'Most urgent first',
  'table.sort.-status': 'Least urgent first',
  'table.sort.totalRecords': 'Fewest records first',
  'table.sort.-totalRecords': 'Most records first',
  'table.sort.createdAt': 'Oldest first',
  'table.sort.-createdAt': 'Newest first',
  'table.sort.totalTasks': 'Fewest tasks first',
  'table.sort.-totalTasks': 'Most tasks first',

  'table.summary': 'Batches by status',
  'table.summary.processing': 'Processing',
  'table.summary.attention': 'Needs attention',
  'table.summary.accepted': 'Accepted',

  'table.page.count': { one: '{count} batch on this page', other: '{count} batches on this page' },

  'table.found': { one: '{count} batch found', other: '{count} batches found' },
  'table.found.none': 'No batches found',
  'table.shown': 'Batches {from} to {to} of {count}',

  'table.empty.heading': 'No batches yet',
  'table.empty.body': 'Upload a CSV file to synchronize orders in bulk. Every file appears here with its progress.',
  'table.empty.sample': 'Download sample file',
  'table.empty.readonly': 'Every uploaded file appears here with its progress.',
  'table.none.heading': 'Nothing found',
  'table.none.search': 'No file name contains “{search}”.',
  'table.none.search.matchCase': 'No file name contains “{search}” in exactly this spelling of upper and lower case.',
  'table.none.filter': 'No batch has this status.',
  'table.none.page': 'There are no batches on this page any more.',
  'table.none.ignoreCase': 'Ignore case',
  'table.none.showAll': 'Show all batches',
  'table.none.firstPage': 'Go to the first page',
  'table.error.heading': 'The batches could not be loaded',
  'table.stale': 'These batches are as of {time}. They may have changed since.',
  'table.readonly': 'Your rights could not be checked, so batches are shown read only.',
  'table.unreadable': {
    one: '{count} batch of this page could not be read and is left out.',
    other: '{count} batches of this page could not be read and are left out.',
  },

  'table.gateway.failed': 'Gateway sync of “{file}” could not be started',
  'table.gateway.unknown': 'No answer to the gateway sync of “{file}”',
  'table.gateway.dismiss': 'Dismiss',
} as const satisfies CatalogueEntries;
