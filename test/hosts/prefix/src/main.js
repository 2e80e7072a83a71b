import { defineBatchSync } from 'batch-sync-elements/define/prefix';
import 'batch-sync-elements/themes/harbour.css';
import { getAccessToken } from '../../shared/session.js';
import './look.css';

defineBatchSync({ prefix: 'acme' });

const provider = document.querySelector('acme-provider');
const table = document.querySelector('acme-table');
const toggle = document.querySelector('#toggle');
const locked = document.querySelector('#locked');
const news = document.querySelector('#news');

provider.config = { getAccessToken };
table.columns = [{ name: 'maker', label: 'Maker', cell: batch => batch.createdBy?.name ?? '' }];

provider.addEventListener('batch-sync-open', ({ detail }) => tell(`Opened ${detail.batch.fileName}`));
provider.addEventListener('batch-sync-submitted', ({ detail }) => tell(`Sent ${detail.batch.fileName}`));
provider.addEventListener('batch-sync-back', () => tell('Back'));

locked.addEventListener('change', () => (table.readonly = locked.checked));
toggle.addEventListener('click', () => {
  if (provider.isConnected) provider.remove();
  else document.querySelector('main').append(provider);
  toggle.textContent = provider.isConnected ? 'Close' : 'Open';
});

function tell(text) {
  const item = document.createElement('li');
  item.textContent = text;
  news.append(item);
}
