import { assert } from '@open-wc/testing';
import type { Stage } from './stage.js';

interface FaultTests<Name extends string> {
  /** What a person sees of each fault, by name. */
  readonly seen: Readonly<Record<Name, string>>;
  /** What is injected. */
  readonly faults: Readonly<Record<NoInfer<Name>, { readonly label: string }>>;
  /** The page, with the fault of that name behind it. */
  readonly open: (name: NoInfer<Name>) => Promise<Stage>;
  /** What a person does, and what else must hold. */
  readonly acts: Readonly<Record<NoInfer<Name>, (stage: Stage) => Promise<void>>>;
}

/** A test for each fault: all that is said to be seen was to be read, there is one batch at most, and nothing is left. */
export function faultTests<Name extends string>({ seen, faults, open, acts }: FaultTests<Name>): void {
  for (const name of Object.keys(seen) as Name[]) {
    it(`${faults[name].label}: ${seen[name]}`, async function () {
      this.timeout(60_000);
      const stage = await open(name);
      let left = 0;
      try {
        await acts[name](stage);
        for (const [, phrase = ''] of seen[name].matchAll(/\*\*(.+?)\*\*/g)) {
          await stage.until(() => stage.showed(phrase), `“${phrase}”`);
        }
        assert.isAtMost(await stage.made(), 1, 'batches made');
        assert.deepEqual(stage.wentBack, []);
      } finally {
        left = await stage.close();
      }
      assert.equal(left, 0, 'timers left');
    });
  }
}
