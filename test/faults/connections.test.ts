import { expect } from '@open-wc/testing';
import { connectionFaults } from '../../mocks/connections.js';
import type { BatchSyncUpload } from '../../src/elements/upload.js';
import { isFirefox } from '../support/engine.js';
import { overConnections } from './behind.js';
import { connections, notHttpInFirefox } from './faults.js';
import { faultTests } from './fault-tests.js';
import { Stage } from './stage.js';

/** The end of sending, how many batches the server has then, and how often at least it was asked for one. */
const ends = (phase: BatchSyncUpload['phase'], batches: number, posts: number) => async (stage: Stage) => {
  await stage.send(1000);
  expect(stage.upload.phase).to.equal(phase);
  expect(await stage.made()).to.equal(batches);
  expect(await stage.asks('POST /batches')).to.be.at.least(posts);
};

/** Real milliseconds, twice of those after which a browser tells anew how much of a file is out. */
const progressPause = 100;

const noRows = (stage: Stage) => stage.until(() => stage.table.status === 'error', 'the fault');

const goesOn = async (stage: Stage) => {
  await stage.send(1000);
  stage.follow();
  await stage.until(() => stage.progress > 0, 'progress');
};

describe('Connections, and what a person sees', () => {
  faultTests({
    faults: connectionFaults,
    seen: isFirefox ? { ...connections, 'not-http': notHttpInFirefox } : connections,
    // A connection is given up in minutes: the batch must not end before.
    open: async name => {
      const scenario = name.startsWith('stream-') ? 'endless' : 'default';
      return Stage.open(await overConnections(name, scenario, name === 'upload-slow' ? progressPause : 0));
    },
    acts: {
      'reset-before': ends('done', 1, 2),
      'reset-after': ends('done', 1, 2),
      'reset-always': ends('done', 1, 2),
      'upload-stops': ends('done', 1, 2),
      // More than the system takes over at once.
      'upload-slow': stage => stage.send(1000, 'X'.repeat(1500)),
      'refused-unread': ends('failed', 0, 1),
      moved: ends('done', 1, 2),
      'answer-cut': noRows,
      'not-http': noRows,
      trickle: ends('done', 1, 1),
      'stream-half-open': goesOn,
      'stream-gathered': goesOn,
    },
  });
});
