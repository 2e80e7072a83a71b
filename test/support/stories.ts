import { expect } from '@open-wc/testing';
import * as renderer from '@storybook/web-components/entry-preview';
import { setViewport } from '@web/test-runner-commands';
import { composeStory, setProjectAnnotations, waitForAnimations } from 'storybook/preview-api';
import preview from '../../.storybook/preview.js';
import { captureConsole } from './console.js';
import { expectPressable, expectReflow } from './narrow.js';
import { everyLook, lookAs, storyRun } from './story-looks.js';
import type { Look, StoryRun } from './story-looks.js';
import { reportStory, shownDuring } from './story-report.js';

/** What Vite makes of a file of stories. */
export type StoriesModule = { default: { title?: string } } & Record<string, object>;

const root = document.documentElement;

/**
 * Every story is a test: it is rendered with its mocked backend, its play function is run, nothing may come on the
 * console, every part must be one that the manifest tells of, and axe must find nothing. The main states are judged in every look; all of them are where the run says so.
 */
export function testStories(modules: Readonly<Record<string, StoriesModule>>): void {
  const project = setProjectAnnotations([renderer, preview]);

  describe('stories', function () {
    // Each is loaded, played and judged, some in many looks; the largest tables alone keep axe busy for seconds.
    this.timeout(45_000);

    let canvasElement: HTMLElement;
    let run: StoryRun;

    before(async () => {
      run = await storyRun();
      if (run.everywhere) await setViewport({ width: 320, height: 800 });
    });

    beforeEach(() => {
      // Storybook's canvas has the page's colours; axe judges contrast against them.
      root.style.background = 'Canvas';
      root.style.color = 'CanvasText';
      canvasElement = document.createElement('div');
      document.body.append(canvasElement);
    });

    afterEach(() => {
      canvasElement.remove();
      root.removeAttribute('style');
      root.removeAttribute('dir');
      root.removeAttribute('data-batch-sync-theme');
    });

    for (const [path, { default: meta, ...stories }] of Object.entries(modules)) {
      describe(meta.title ?? path, () => {
        for (const [name, annotations] of Object.entries(stories)) {
          it(name, async function () {
            const { everywhere, named, look: wanted } = run;
            if (!`${meta.title} ${name}`.includes(named)) this.skip();
            const story = composeStory(annotations, meta, project, renderer, name);
            const all = everywhere || story.tags.includes('main') ? everyLook : everyLook.slice(0, 1);
            const looks = all.filter(look => look.name.includes(wanted));
            const faults: string[] = [];
            const { untold, ...names } = await shownDuring(canvasElement, async () => {
              const said = await captureConsole(async () => {
                await story.run({ canvasElement });
                faults.push(...(await faultsOf(canvasElement, looks, everywhere)));
              });
              if (said.length > 0) faults.push(`on the console: ${said.join('\n')}`);
            });
            if (untold.length > 0) faults.push(`parts that the manifest does not tell of: ${untold.join(', ')}`);
            await reportStory({ ...names, looks: looks.length, isClean: faults.length === 0 });
            if (faults.length > 0) expect.fail(faults.join('\n\n'));
          }).timeout(240_000);
        }
      });
    }
  });
}

/** What is wrong with a story on the page: each fault once, with the looks that have it. */
async function faultsOf(canvas: HTMLElement, looks: readonly Look[], isNarrow: boolean): Promise<readonly string[]> {
  const judges: readonly (() => Promise<void>)[] = [
    async () => void (await expect(canvas).to.be.accessible()),
    ...(isNarrow ? [async () => expectReflow(), async () => expectPressable(canvas)] : []),
  ];
  const found = new Map<string, string[]>();
  for (const look of looks) {
    await lookAs(look, canvas);
    await waitForAnimations();
    for (const judge of judges) {
      try {
        await judge();
      } catch (error) {
        const fault = (error as Error).message;
        found.set(fault, [...(found.get(fault) ?? []), look.name]);
      }
    }
  }
  return [...found].map(([fault, names]) => `${names.join('; ')}:\n${fault}`);
}
