import { expect } from '@open-wc/testing';
import packageJson from '../../package.json';
import { defineBatchSync } from '../../src/define/index.js';
import { register } from '../../src/define/register.js';
import { version } from '../../src/define/version.js';
import { BatchSyncDetail } from '../../src/elements/detail.js';
import { BatchSyncProvider } from '../../src/elements/provider.js';
import { BatchSyncTable } from '../../src/elements/table.js';
import { BatchSyncUpload } from '../../src/elements/upload.js';
import { captureConsole } from '../support/console.js';

const names = ['provider', 'table', 'upload', 'detail'];

describe('defining the elements', () => {
  it('the define entry has defined the four tags, and repeating it says nothing', async () => {
    const classes = [BatchSyncProvider, BatchSyncTable, BatchSyncUpload, BatchSyncDetail];
    expect(names.map(name => customElements.get(`batch-sync-${name}`))).to.deep.equal(classes);
    expect(await captureConsole(() => defineBatchSync())).to.deep.equal([]);
  });

  it('another prefix works beside the default tags', () => {
    defineBatchSync({ prefix: 'acme-sync' });
    defineBatchSync({ prefix: 'acme-sync' });
    const table = document.createElement('acme-sync-table');
    expect(table).to.be.instanceOf(BatchSyncTable);
    expect(customElements.get('acme-sync-table')).to.not.equal(BatchSyncTable);
  });

  it('a prefix that makes no tag is the caller’s error', () => {
    expect(() => defineBatchSync({ prefix: 'Not A Tag' })).to.throw();
  });

  it('a tag of another version is left to it, with one warning', async () => {
    class Theirs extends HTMLElement {}
    class Ours extends HTMLElement {}
    Object.defineProperty(Theirs, Symbol.for('batch-sync/version'), { value: '9.9.9' });
    customElements.define('taken-sync-table', Theirs);
    const said = await captureConsole(() => {
      register('taken-sync-table', Ours, customElements);
      register('taken-sync-table', Ours, customElements);
    });
    expect(customElements.get('taken-sync-table')).to.equal(Theirs);
    expect(said.length).to.equal(1);
    expect(said[0]).to.contain('<taken-sync-table>').and.contain('9.9.9').and.contain(version);
  });

  it('a second copy of the same version says nothing', async () => {
    class Copy extends HTMLElement {}
    class Ours extends HTMLElement {}
    register('copied-sync-table', Copy, customElements);
    expect(await captureConsole(() => register('copied-sync-table', Ours, customElements))).to.deep.equal([]);
  });

  it('the version is the one of the package', () => {
    expect(version).to.equal(packageJson.version);
  });
});
