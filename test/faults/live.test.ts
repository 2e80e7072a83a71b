import { expect } from '@open-wc/testing';
import { scenarioGroups } from '../../mocks/index.js';
import { inPage } from './behind.js';
import { data, live } from './faults.js';
import { faultTests } from './fault-tests.js';
import { Stage } from './stage.js';

const followed = async (stage: Stage) => {
  await stage.send(1000);
  stage.follow();
  await stage.until(() => stage.hasEnded, 'the end of the batch');
  expect(await stage.made()).to.equal(1);
};

const goesOn = async (stage: Stage) => {
  await stage.send(1000);
  stage.follow();
  await stage.until(() => stage.progress > 0, 'progress');
};

const sent = (stage: Stage) => stage.send();

describe('Live connections, and what a person sees', () => {
  faultTests({
    faults: scenarioGroups.live,
    seen: live,
    // A connection is given up in minutes: the batch must not end before.
    open: name => Stage.open(inPage(name === 'stream-silent' ? [name, 'endless'] : [name], 0)),
    acts: {
      'stream-cut': followed,
      'stream-silent': goesOn,
      'stream-disordered': followed,
      'stream-refused': followed,
    },
  });
});

describe('Batches and clocks, and what a person sees', () => {
  faultTests({
    faults: scenarioGroups.data,
    seen: data,
    open: name => Stage.open(inPage([name], 0)),
    acts: {
      endless: async stage => {
        await stage.send(100);
        stage.follow();
      },
      'clock-ahead': sent,
      'clock-behind': sent,
    },
  });
});
