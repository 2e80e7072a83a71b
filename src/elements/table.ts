import { LitElement } from 'lit';

/** @tag batch-sync-table */
export class BatchSyncTable extends LitElement {}
