import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { brokenWalk, walk } from './journey.js';

// Walked by a fast clock: what a person would live through in weeks. `npm run test:soak` walks many more; a journey that
// goes wrong names its seed, and the seed makes it go wrong again.

/** More than that tell nothing new. */
const enough = 25;

describe('Journeys over bad connections', () => {
  let journeys = { count: 0, first: 1 };

  before(async () => {
    journeys = await executeServerCommand('soak-journeys');
  });

  it('lose no file, make one batch, never go back, and leave nothing behind', async function () {
    this.timeout(0);
    const wrong: string[] = [];
    const { count, first } = journeys;
    for (let seed = first; seed < first + count && wrong.length < enough; seed++) {
      for (const what of await walk(seed)) wrong.push(`journey ${seed}: ${what}`);
    }
    expect(wrong).to.deep.equal([]);
  });

  it('would be seen to make two', async function () {
    this.timeout(60_000);
    expect(await brokenWalk()).to.deep.equal(['2 batches']);
  });
});
