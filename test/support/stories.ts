import { expect } from '@open-wc/testing';
import * as renderer from '@storybook/web-components/entry-preview';
import { composeStory, setProjectAnnotations, waitForAnimations } from 'storybook/preview-api';
import preview from '../../.storybook/preview.js';

/** What Vite makes of a file of stories. */
export type StoriesModule = { default: { title?: string } } & Record<string, object>;

const root = document.documentElement;

/**
 * Every story is a test: it is rendered with its mocked backend, its play function is run, and axe must find nothing in
 * either colour scheme.
 */
export function testStories(modules: Readonly<Record<string, StoriesModule>>): void {
  const project = setProjectAnnotations([renderer, preview]);

  describe('stories', function () {
    // Each is loaded, played and judged twice; the largest tables alone keep axe busy for seconds on a loaded machine.
    this.timeout(45_000);

    let canvasElement: HTMLElement;

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
    });

    for (const [path, { default: meta, ...stories }] of Object.entries(modules)) {
      describe(meta.title ?? path, () => {
        for (const [name, annotations] of Object.entries(stories)) {
          it(name, async () => {
            const story = composeStory(annotations, meta, project, renderer, name);
            await story.run({ canvasElement });
            for (const scheme of ['light', 'dark']) {
              root.style.colorScheme = scheme;
              await waitForAnimations();
              await expect(canvasElement, scheme).to.be.accessible();
            }
          }).timeout(60_000);
        }
      });
    }
  });
}
