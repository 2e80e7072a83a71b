import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { setupWorker } from 'msw/browser';
import { mswLoader } from 'msw-storybook-addon/csf3';
import manifest from '../custom-elements.json';
import { argTypesOf } from '../stories/tools/arg-types.js';
import { globalTypes, host, initialGlobals } from '../stories/support/toolbar.js';

setCustomElementsManifest(manifest);

async function startWorker() {
  const worker = setupWorker();
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url: './mockServiceWorker.js' } });
  return worker;
}

const preview: Preview = {
  tags: ['autodocs'],
  loaders: [mswLoader(startWorker)],
  initialGlobals,
  globalTypes,
  decorators: [host],
  parameters: {
    a11y: { test: 'error' },
    // Plays are written for their stories. In another language or situation one may wait in vain; the story is to be seen
    // all the same. `npm test` plays them all, and there it fails.
    throwPlayFunctionExceptions: false,
    controls: { expanded: true, sort: 'requiredFirst' },
    options: {
      storySort: {
        order: [
          'Guides',
          [
            'Start',
            'Integrate',
            'Theme',
            'Design',
            'Translate',
            'Backend contract',
            'Accessibility',
            'Accessibility statement',
          ],
          'Elements',
          'Upload',
          'Compositions',
          'Theming',
          'Tools',
        ],
      },
    },
    docs: { toc: true, extractArgTypes: argTypesOf },
  },
};

export default preview;
