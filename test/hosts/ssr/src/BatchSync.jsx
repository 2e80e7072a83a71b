import { useEffect, useRef } from 'react';
import 'batch-sync-elements/themes/harbour.css';
import { getAccessToken } from '../../shared/session.js';
import '../../shared/look.css';

const columns = [{ name: 'maker', label: 'Maker', cell: batch => batch.createdBy?.name ?? '' }];

export function BatchSync({ locked, onNews }) {
  const provider = useRef(null);
  const table = useRef(null);

  // What a server has rendered gets no properties from React: they are set here, and then the tags come to life.
  useEffect(() => {
    provider.current.config = { getAccessToken };
    table.current.columns = columns;
    void import('batch-sync-elements/define');
  }, []);

  return (
    <batch-sync-provider
      ref={provider}
      base-url="/v1/batch-sync"
      onbatch-sync-open={({ detail }) => onNews(`Opened ${detail.batch.fileName}`)}
      onbatch-sync-submitted={({ detail }) => onNews(`Sent ${detail.batch.fileName}`)}
      onbatch-sync-back={() => onNews('Back')}
    >
      <batch-sync-table ref={table} page-size={10} readonly={locked} />
      <batch-sync-upload />
      <batch-sync-detail />
    </batch-sync-provider>
  );
}
