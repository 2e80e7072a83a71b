import { LitElement } from 'lit';

/** @tag batch-sync-detail */
export class BatchSyncDetail extends LitElement {}
