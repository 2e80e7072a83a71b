import { expect } from '@open-wc/testing';
import { scenarioGroups } from '../../mocks/index.js';
import { inPage } from './behind.js';
import { answers } from './faults.js';
import { faultTests } from './fault-tests.js';
import { Stage } from './stage.js';

const rows = (stage: Stage) => stage.until(() => stage.rows === 3, 'the rows');
const noRows = async (stage: Stage) => {
  await stage.until(() => stage.table.status === 'error', 'the fault');
  expect(stage.rows).to.equal(0);
};

/** The list is asked for again, not sooner than after so many milliseconds. */
const later = (milliseconds: number) => async (stage: Stage) => {
  await rows(stage);
  expect(await stage.asks('GET /batches')).to.equal(2);
  expect(stage.clock.passed).to.be.at.least(milliseconds);
};

describe('Answers, and what a person sees', () => {
  faultTests({
    faults: scenarioGroups.answers,
    seen: answers,
    open: name => Stage.open(inPage([name], 3)),
    acts: {
      slow: async stage => {
        await stage.until(() => stage.table.shadowRoot!.querySelector('.skeleton') !== null, 'grey lines');
        await rows(stage);
      },
      stalled: async stage => {
        await noRows(stage);
        expect(stage.clock.passed).to.be.at.least(30_000);
      },
      offline: noRows,
      flaky: async stage => {
        await stage.until(() => {
          if (stage.table.status === 'error') void stage.table.refresh();
          return stage.rows === 3;
        }, 'the rows');
        await stage.send();
        expect(stage.upload.phase).to.equal('done');
      },
      error: noRows,
      'unavailable-once': later(1000),
      'expired-once': async stage => {
        await rows(stage);
        expect(stage.asked.filter(reason => reason === 'unauthorized').length).to.equal(
          new Set(['capabilities', 'batches', 'events']).size,
        );
      },
      expired: async stage => {
        await noRows(stage);
        expect(await stage.asks('GET /batches')).to.equal(2);
      },
      forbidden: async stage => {
        await stage.until(() => stage.table.status === 'forbidden', 'the refusal');
        expect(await stage.asks('GET /batches')).to.equal(1);
      },
      'not-found': async stage => {
        await rows(stage);
        stage.detail.batchId = 'bs_gone';
        await stage.until(() => stage.detail.status === 'not-found', 'the batch that is gone');
      },
      'rate-limited': later(1000),
      'rate-limited-date': later(1000),
      'rate-limited-nonsense': later(1),
      html: noRows,
      truncated: noRows,
      odd: rows,
    },
  });
});
