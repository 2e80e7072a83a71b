import { Component, CUSTOM_ELEMENTS_SCHEMA, input, output } from '@angular/core';
import 'batch-sync-elements/define';
import type { BatchSyncConfig, BatchSyncEventMap, BatchTableColumn } from 'batch-sync-elements';
import { getAccessToken } from '../../shared/session.js';

@Component({
  selector: 'app-batch-sync',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <batch-sync-provider
      base-url="/v1/batch-sync"
      [config]="config"
      (batch-sync-open)="opened($event)"
      (batch-sync-submitted)="submitted($event)"
      (batch-sync-back)="news.emit('Back')"
    >
      <batch-sync-table [pageSize]="10" [columns]="columns" [attr.readonly]="locked() ? '' : null"></batch-sync-table>
      <batch-sync-upload></batch-sync-upload>
      <batch-sync-detail></batch-sync-detail>
    </batch-sync-provider>
  `,
})
export class BatchSync {
  readonly locked = input(false);
  readonly news = output<string>();
  readonly config: BatchSyncConfig = { getAccessToken };
  readonly columns: readonly BatchTableColumn[] = [
    { name: 'maker', label: 'Maker', cell: batch => batch.createdBy?.name ?? '' },
  ];

  opened({ detail }: BatchSyncEventMap['batch-sync-open']): void {
    this.news.emit(`Opened ${detail.batch?.fileName}`);
  }

  submitted({ detail }: BatchSyncEventMap['batch-sync-submitted']): void {
    this.news.emit(`Sent ${detail.batch.fileName}`);
  }
}
