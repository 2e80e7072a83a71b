import { expect } from '@open-wc/testing';
import * as renderer from '@storybook/web-components/entry-preview';
import { setViewport } from '@web/test-runner-commands';
import { composeStory, setProjectAnnotations, waitForAnimations } from 'storybook/preview-api';
import preview from '../../.storybook/preview.js';
import { captureConsole } from './console.js';
import { expectNarrow } from './narrow.js';
import { everyLook, lookAs, storyRun } from './story-looks.js';
import { reportStory, watchStory } from './story-report.js';

/** What Vite makes of a file of stories. */
export type StoriesModule = { default: { title?: string } } & Record<string, object>;

const root = document.documentElement;

/**
 * Every story is a test: it is rendered with its mocked backend, its play function is run, nothing may come on the
 * console, and axe must find nothing. The main states are judged in every look; all of them are where the run says so.
 */
export function testStories(modules: Readonly<Record<string, StoriesModule>>): void {
  const project = setProjectAnnotations([renderer, preview]);

  describe('stories', function () {
    // Each is loaded, played and judged, some in many looks; the largest tables alone keep axe busy for seconds.
    this.timeout(45_000);

    let canvasElement: HTMLElement;
    let everywhere = false;

    before(async () => {
      ({ everywhere } = await storyRun());
      if (everywhere) await setViewport({ width: 320, height: 800 });
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
          it(name, async () => {
            const story = composeStory(annotations, meta, project, renderer, name);
            const looks = everywhere || story.tags.includes('main') ? everyLook : everyLook.slice(0, 1);
            const seen = everywhere ? watchStory(canvasElement) : null;
            const said = await captureConsole(async () => {
              await story.run({ canvasElement });
              for (const look of looks) {
                await lookAs(look, canvasElement);
                await waitForAnimations();
                await expect(canvasElement, look.name).to.be.accessible();
              }
              if (everywhere) await expectNarrow(canvasElement);
            });
            if (said.length > 0) expect.fail(`on the console: ${said.join('\n')}`);
            if (seen) await reportStory({ ...seen(), looks: looks.length });
          }).timeout(120_000);
        }
      });
    }
  });
}
