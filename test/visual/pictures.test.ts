import { expect, waitUntil } from '@open-wc/testing';
import * as renderer from '@storybook/web-components/entry-preview';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { composeStory, setProjectAnnotations, waitForAnimations } from 'storybook/preview-api';
import preview from '../../.storybook/preview.js';
import { createManualClock } from '../../mocks/index.js';
import { keepTime } from '../../stories/support/backend.js';
import { themes } from '../../src/themes/index.js';
import { isComparable, picture } from '../support/pictures.js';
import { lookAs, type Look } from '../support/story-looks.js';
import type { StoriesModule } from '../support/stories.js';

const modules = import.meta.glob<StoriesModule>('../../stories/**/*.stories.ts', { eager: true });
/** Both schemes, and each theme that is made for both, in a light page. */
const looks: readonly Look[] = [
  ...(['light', 'dark'] as const).map(scheme => ({ name: scheme, scheme, theme: 'none' })),
  ...themes
    .filter(({ colorScheme }) => !colorScheme)
    .map(({ name }) => ({ name, scheme: 'light' as const, theme: name })),
].map(look => ({ ...look, direction: 'ltr' }));
const widths = [1024, 320];
const height = 600;
const root = document.documentElement;

/** Whether an element of a story still waits for its live connection, and says so. */
function isConnecting(canvas: HTMLElement): boolean {
  return [...canvas.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot?.querySelector('.live-connecting'));
}

describe('pictures', function () {
  this.timeout(60_000);

  let canvasElement: HTMLElement;
  let comparable = true;

  before(async () => {
    comparable = await isComparable();
    await emulateMedia({ reducedMotion: 'reduce' });
    // The same moment in every picture, in a place of its own.
    keepTime(createManualClock());
    document.body.style.margin = '0';
    root.style.background = 'Canvas';
    root.style.color = 'CanvasText';
  });

  beforeEach(() => {
    canvasElement = document.createElement('div');
    canvasElement.style.padding = '16px';
    document.body.append(canvasElement);
  });

  afterEach(() => canvasElement.remove());

  const project = setProjectAnnotations([renderer, preview]);
  for (const { default: meta, ...stories } of Object.values(modules)) {
    for (const [name, annotations] of Object.entries(stories)) {
      const story = composeStory(annotations, meta, project, renderer, name);
      if (!story.tags.includes('pictured')) continue;
      it(`${meta.title} ${name}`, async function () {
        if (!comparable) this.skip();
        await setViewport({ width: 1024, height });
        await story.run({ canvasElement });
        await waitUntil(() => !isConnecting(canvasElement), 'the live connection');
        const differing: string[] = [];
        for (const width of widths) {
          await setViewport({ width, height });
          for (const look of looks) {
            await lookAs(look, canvasElement);
            (document.activeElement as HTMLElement | null)?.blur();
            scrollTo(0, 0);
            await waitForAnimations();
            const named = `${meta.title} ${name} ${look.name} ${width}`.toLowerCase().replaceAll(/[^a-z\d]+/g, '-');
            const result = await picture({ name: `${named}.png`, width, height });
            if (result.verdict === 'differs') differing.push(`${named}: ${result.why}`);
          }
        }
        expect(differing.join('\n')).to.equal('');
      });
    }
  }
});
