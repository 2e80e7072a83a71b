import type { CatalogueEntries } from '../catalogue.js';

/** The field specification's table: SPEC's words, cell for cell. */
export const fields = {
  'field.heading': 'CSV Field Requirements',
  'field.name': 'Field Name',
  'field.requirement': 'Mandatory/Optional',
  'field.type': 'Data Type',
  'field.description': 'Description',
  'field.example': 'Sample Value',
  'field.rules': 'Validation Rules',
  'field.mandatory': 'Mandatory',
  'field.optional': 'Optional',
  'field.string': 'String',
  'column.order_id': 'Order ID',
  'column.order_id.description': 'Order identifier for synchronization with external systems',
  'column.order_id.rules': 'Must be a valid order ID string, cannot be empty',
  'column.txn_id': 'Transaction ID',
  'column.txn_id.description': 'Transaction identifier for tracking sync operations',
  'column.txn_id.rules': 'String value, can be empty',
  'column.unique_request_id': 'Unique Request ID',
  'column.unique_request_id.description': 'Unique synchronization request identifier for tracking',
  'column.unique_request_id.rules': 'String value, can be empty',
} as const satisfies CatalogueEntries;
