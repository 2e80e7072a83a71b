import 'batch-sync-elements/define';
import 'batch-sync-elements/themes/harbour.css';
import type { BatchTableColumn } from 'batch-sync-elements';
import type {} from 'batch-sync-elements/types/react';
import { getAccessToken } from '../../shared/session.js';
import '../../shared/look.css';

const maker: BatchTableColumn = { name: 'maker', label: 'Maker', cell: batch => batch.createdBy?.name ?? '' };

interface BatchSyncProps {
  readonly locked: boolean;
  readonly onNews: (news: string) => void;
}

export function BatchSync({ locked, onNews }: BatchSyncProps) {
  return (
    <batch-sync-provider
      base-url="/v1/batch-sync"
      config={{ getAccessToken }}
      onbatch-sync-open={({ detail }) => onNews(`Opened ${detail.batch?.fileName}`)}
      onbatch-sync-submitted={({ detail }) => onNews(`Sent ${detail.batch.fileName}`)}
      onbatch-sync-back={() => onNews('Back')}
    >
      <batch-sync-table pageSize={10} columns={[maker]} readonly={locked} />
      <batch-sync-upload />
      <batch-sync-detail />
    </batch-sync-provider>
  );
}
