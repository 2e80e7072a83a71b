import { expect } from '@open-wc/testing';
// Here already: what this is not about does not come in real time while the page's stands still.
import '../../src/elements/upload-desk.piece.js';
import '../../src/state/live-of.js';
import { stopClock } from '../adapter/fixtures.js';
import { comes } from '../support/comes.js';
import { isWebKit, leaveOut } from '../support/engine.js';
import { LateCode } from '../support/late-code.js';
import { code, codeFaults } from './faults.js';
import { faultTests } from './fault-tests.js';
import { backendInPage } from './in-page.js';
import { Stage } from './stage.js';

// A page fetches each once: a fault has one of its own.
const panels = new LateCode('/table-filters.piece');
const arranging = new LateCode('/table-layout.piece');
const writes = new LateCode('/rest-writes');

const find = (stage: Stage, selector: string) => stage.table.shadowRoot!.querySelector<HTMLElement>(selector);
const finds = (stage: Stage, selector: string) => comes(() => find(stage, selector) ?? undefined);

describe('Code that is fetched when it is wanted, and what a person sees', () => {
  before(async function () {
    if (isWebKit) leaveOut(this, 'its driver holds no requests back');
    for (const late of [panels, arranging, writes]) await late.hold();
  });
  after(() => LateCode.leave());

  faultTests({
    faults: codeFaults,
    seen: code,
    open: async () => Stage.open(backendInPage(stopClock(), ['default'], 5)),
    acts: {
      late: async stage => {
        await stage.until(() => find(stage, '[data-filter="status"]') !== null, 'the filters');
        find(stage, '[data-filter="status"]')!.click();
        await finds(stage, '[data-filter="status"][aria-busy="true"]');
        await panels.asked();
        await panels.give();
        await finds(stage, '#filter-status:popover-open');
      },
      missing: async stage => {
        await stage.until(() => find(stage, '.layout-button') !== null, 'the button');
        find(stage, '.layout-button')!.click();
        await arranging.asked();
        await arranging.lose();
        await comes(() => stage.showed('A part of this view could not be loaded.') || undefined);
        await arranging.give();
        await stage.press(stage.table, 'Retry');
        await finds(stage, 'dialog:modal #layout-title');
      },
      'missing-for-sending': async stage => {
        await writes.lose();
        await stage.send();
        expect(stage.upload.phase).to.equal('failed');
        expect(await stage.asks('POST /batches')).to.equal(0);
        await writes.give();
        await stage.press(stage.upload, 'Try again');
        await comes(() => stage.upload.phase === 'done' || undefined);
        expect(await stage.asks('POST /batches')).to.equal(1);
      },
    },
  });
});
