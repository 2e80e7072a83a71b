import type { BatchTableColumn } from 'batch-sync-elements';
import 'batch-sync-elements/themes/harbour.css';
import { getAccessToken } from '../../shared/session.js';
import '../../shared/look.css';
import { Detail, Provider, Table, Upload } from './elements';

const maker: BatchTableColumn = { name: 'maker', label: 'Maker', cell: batch => batch.createdBy?.name ?? '' };

interface BatchSyncProps {
  readonly locked: boolean;
  readonly onNews: (news: string) => void;
}

export function BatchSync({ locked, onNews }: BatchSyncProps) {
  return (
    <Provider
      baseUrl="/v1/batch-sync"
      config={{ getAccessToken }}
      onOpen={({ detail }) => onNews(`Opened ${detail.batch?.fileName}`)}
      onSubmitted={({ detail }) => onNews(`Sent ${detail.batch.fileName}`)}
      onBack={() => onNews('Back')}
    >
      <Table pageSize={10} columns={[maker]} readonly={locked} />
      <Upload />
      <Detail />
    </Provider>
  );
}
