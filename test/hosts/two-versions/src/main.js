import { defineBatchSync } from 'batch-sync-elements/define/prefix';
import 'batch-sync-elements/themes/harbour.css';
import { getAccessToken } from '../../shared/session.js';
import '../../shared/look.css';
import './look.css';

defineBatchSync({ prefix: 'acme' });

begin(document.querySelector('#before'), 'batch-sync');
begin(document.querySelector('#now'), 'acme');

function begin(section, prefix) {
  const provider = section.querySelector(`${prefix}-provider`);
  const table = section.querySelector(`${prefix}-table`);
  const toggle = section.querySelector('button');
  const locked = section.querySelector('input');

  provider.config = { getAccessToken };
  table.columns = [{ name: 'maker', label: 'Maker', cell: batch => batch.createdBy?.name ?? '' }];

  const tell = text => {
    const item = document.createElement('li');
    item.textContent = text;
    section.querySelector('ol').append(item);
  };
  provider.addEventListener('batch-sync-open', ({ detail }) => tell(`Opened ${detail.batch.fileName}`));
  provider.addEventListener('batch-sync-submitted', ({ detail }) => tell(`Sent ${detail.batch.fileName}`));
  provider.addEventListener('batch-sync-back', () => tell('Back'));

  locked.addEventListener('change', () => (table.readonly = locked.checked));
  toggle.addEventListener('click', () => {
    if (provider.isConnected) provider.remove();
    else section.append(provider);
    toggle.textContent = provider.isConnected ? 'Close' : 'Open';
  });
}
