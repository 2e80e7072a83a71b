import { expect } from '@open-wc/testing';
import { scenarioGroups } from '../../mocks/index.js';
import type { BatchSyncUpload } from '../../src/elements/upload.js';
import { inPage } from './behind.js';
import { uploads } from './faults.js';
import { faultTests } from './fault-tests.js';
import { Stage } from './stage.js';

/** The end of sending, and how many batches the server has then. */
const ends = (phase: BatchSyncUpload['phase'], batches: number) => async (stage: Stage) => {
  await stage.send();
  expect(stage.upload.phase).to.equal(phase);
  expect(await stage.made()).to.equal(batches);
  if (phase === 'failed') expect(stage.upload.file?.name, 'the file is kept').to.equal('october.csv');
};

describe('Uploads, and what a person sees', () => {
  faultTests({
    faults: scenarioGroups.uploads,
    seen: uploads,
    // Where nothing can be looked up, something must be lost that would be looked for.
    open: name =>
      Stage.open(inPage(name === 'no-look-up' ? [name, 'answer-lost'] : [name], name === 'duplicate' ? 1 : 0)),
    acts: {
      'too-large': ends('failed', 0),
      'not-csv': ends('failed', 0),
      'refused-rows': ends('failed', 0),
      duplicate: ends('failed', 0),
      running: async stage => {
        await stage.send(1000);
        stage.follow();
        await stage.press(stage.detail, 'Cancel batch');
        await stage.press(stage.detail, 'Cancel batch');
        await stage.until(() => stage.showed('The batch could not be canceled'), 'the refusal');
        expect(await stage.asks(`POST /batches/${stage.sent?.id}/cancel`)).to.equal(1);
      },
      'session-ends': async stage => {
        stage.token = null;
        await ends('failed', 0)(stage);
        stage.token = 'another';
        stage.upload.submit();
        await stage.until(() => stage.upload.phase === 'done', 'the batch');
        expect(await stage.made()).to.equal(1);
      },
      busy: async stage => {
        await ends('failed', 0)(stage);
        const asked = await stage.asks('POST /batches');
        stage.upload.submit();
        await stage.clock.pass(80_000);
        expect(await stage.asks('POST /batches')).to.equal(asked);
      },
      'answer-lost': ends('done', 1),
      'no-look-up': ends('failed', 1),
      'cut-before': ends('done', 1),
      'cut-after': ends('done', 1),
      'delivered-twice': ends('done', 1),
    },
  });
});
