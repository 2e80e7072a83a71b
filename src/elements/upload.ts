import { LitElement } from 'lit';

/** @tag batch-sync-upload */
export class BatchSyncUpload extends LitElement {}
