import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { createEngine, defaultSession } from '../mocks/index.js';
import { defaultView } from '../src/core/index.js';
import '../src/define/index.js';
import { backend, baseUrlOf } from './support/backend.js';
import { found } from './support/play.js';
import './theming.css';

const engine = createEngine();
const [batch] = engine.listBatches(defaultSession, { ...defaultView, statuses: ['PARTIALLY_ACCEPTED'] }).items;

const meta: Meta = {
  title: 'Theming',
  parameters: { ...backend({ engine }), controls: { disable: true } },
};

export default meta;

/** The three elements as another brand's, by `--batch-sync-*` and `::part()` alone: no element is changed. */
export const ThemingWithParts: StoryObj = {
  name: 'Theming with parts',
  render: (_args, context) => html`
    <div class="harbour">
      <batch-sync-provider base-url=${baseUrlOf(context)} navigation="none">
        <batch-sync-table page-size="10"></batch-sync-table>
        <batch-sync-upload layout="inline" open></batch-sync-upload>
        <batch-sync-detail batch-id=${batch!.id}></batch-sync-detail>
      </batch-sync-provider>
    </div>
  `,
  play: async ({ canvasElement }) => {
    const table = await found(canvasElement, 'batch-sync-table');
    const failed = await found(table.shadowRoot!, '[part~="row-failed"]');
    await found(canvasElement, '[part~="dropzone"]');
    const { backgroundColor } = getComputedStyle(failed);
    if (backgroundColor === 'rgba(0, 0, 0, 0)') throw new Error('::part(row-failed) does not reach the row');
  },
};
