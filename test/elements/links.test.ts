import { expect } from '@open-wc/testing';
import '../../src/define/index.js';
import type { BatchSyncConfig } from '../../src/elements/config.js';
import { DetailBackend, DetailPage, anEndedBatch, aTask } from '../support/detail-page.js';
import { listing } from '../support/table-data.js';
import { TablePage } from '../support/table-page.js';
import { csv, openUpload } from '../support/upload-page.js';

/** Addresses that no link may have, as a browser would read them. */
const refused = [
  'javascript:window.hacked=1',
  'JaVaScRiPt:window.hacked=1',
  ' \u0001\u0000javascript:window.hacked=1',
  'java\tscript:window.hacked=1',
  'java\r\nscript:window.hacked=1',
  'javascript://example.com/%0Awindow.hacked=1',
  'vbscript:msgbox(1)',
  'data:text/html,<script>window.hacked=1</script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  'blob:https://example.com/1',
  'file:///etc/passwd',
  'ftp://example.com/',
  'about:blank',
  'view-source:https://example.com/',
  'intent://example.com/#Intent;scheme=https;end',
  'http://elsewhere.example/',
] as const;

/** Every link that can be followed, in shadow roots, too. */
function linksIn(root: ParentNode): string[] {
  return [...root.querySelectorAll('*')].flatMap(element => [
    ...(element.getAttribute('href') !== null && element.localName !== 'use' ? [element.getAttribute('href')!] : []),
    ...(element.shadowRoot ? linksIn(element.shadowRoot) : []),
  ]);
}

describe('an address that is no link', () => {
  for (const href of refused) {
    const name = JSON.stringify(href);
    const config: BatchSyncConfig = { linkTo: () => href };

    it(`${name}, from a host: not in rows, cells and menus of the table`, async () => {
      const page = await TablePage.ready(listing().adapter, {
        config,
        properties: {
          columns: ['fileName', { name: 'ticket', label: 'Ticket', cell: () => ({ text: 'OPS-7', href }) }, 'actions'],
          rowActions: () => [
            { name: 'audit', label: 'Audit', href },
            { name: 'note', label: 'Add a note' },
          ],
        },
      });
      await page.until(() => page.root.querySelector('[role="menu"]') !== null, 'the menu');
      page.row('b.csv').more!.click();
      await page.until(() => page.menuIsOpen, 'the menu');
      expect(page.row('b.csv').cells['Ticket']).to.equal('OPS-7');
      expect(page.menuItems.map(({ innerText }) => innerText.trim())).to.deep.equal(['Add a note']);
      expect(linksIn(page.root)).to.deep.equal([]);
      page.row('b.csv').link.click();
      expect(page.heard('batch-sync-open').length, 'a button all the same').to.equal(1);
    });

    it(`${name}, from a host: not in the detail, nor in the upload`, async () => {
      const backend = new DetailBackend();
      backend.batch = anEndedBatch({ parentId: 'bs_0', childIds: ['bs_9'] });
      const detail = await DetailPage.open(backend, { config });
      expect(linksIn(detail.root)).to.deep.equal([]);
      const upload = await openUpload({ config });
      await upload.review(csv('ORD_1,,'));
      upload.send.click();
      await upload.until('done');
      expect(linksIn(upload.root)).to.deep.equal([]);
    });

    it(`${name}, from a server, in every member that is text: no link, no script`, async () => {
      const batch = anEndedBatch({ fileName: href, description: href, createdBy: { id: href, name: href } });
      const backend = new DetailBackend();
      backend.batch = batch;
      backend.tasks = [
        aTask(1, { externalResponse: href, externalSystem: href, gateway: href, error: { code: href, message: href } }),
      ];
      backend.breakdown = { ...backend.breakdown, failures: [{ code: href, message: href, count: 1 }] };
      const detail = await DetailPage.open(backend);
      const table = await TablePage.ready(listing([batch]).adapter);
      expect(linksIn(detail.root).concat(linksIn(table.root))).to.deep.equal([]);
      expect('hacked' in window).to.equal(false);
    });
  }

  it('allowed ones are links in all of these places', async () => {
    const page = await TablePage.ready(listing().adapter, {
      config: { linkTo: target => (target.kind === 'batch' ? `?batch=${target.id}` : '?') },
      properties: {
        columns: ['fileName', { name: 't', label: 'T', cell: () => ({ text: 'x', href: 'https://a.test/' }) }],
      },
    });
    expect(new Set(linksIn(page.root)))
      .to.include('https://a.test/')
      .and.include('?batch=bs_b');
    const detail = await DetailPage.open(new DetailBackend(), { config: { linkTo: () => 'https://a.test/list' } });
    expect(linksIn(detail.root)).to.include('https://a.test/list');
  });
});
