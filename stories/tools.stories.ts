import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { mixedErrorsFile } from '../mocks/index.js';
import '../src/define/index.js';
import { afterRender } from './support/after-render.js';
import { backend, baseUrlOf } from './support/backend.js';
import { found, says, until } from './support/play.js';
import { review } from './support/upload.js';
import { startPlayground } from './tools/playground.js';

/** What Storybook has for those who theme the elements, and for those who listen to them. */
const meta: Meta = {
  title: 'Tools',
  parameters: { ...backend({ batches: 12 }), controls: { disable: true } },
};

export default meta;

type Story = StoryObj;

/** Every token can be changed; contrast is told at once, and the result is copied as CSS or as design tokens. */
export const ThemePlayground: Story = {
  parameters: { docs: { story: { inline: false, height: '800px' } } },
  render: (_args, context) => html`
    <div class="playground">
      <div class="playground-preview">
        <batch-sync-provider base-url=${baseUrlOf(context)} navigation="beside">
          <batch-sync-table page-size="10"></batch-sync-table>
          <batch-sync-detail task-page-size="6"></batch-sync-detail>
          <batch-sync-upload layout="inline" open></batch-sync-upload>
        </batch-sync-provider>
      </div>
      <section class="playground-panel" aria-label="Tokens"></section>
      ${afterRender(place => {
        const panel = place.querySelector<HTMLElement>('.playground-panel')!;
        if (panel.childElementCount === 0) startPlayground(panel, place.querySelector('.playground-preview')!);
      })}
    </div>
  `,
  play: async ({ canvasElement }) => {
    const create = await found(canvasElement, '[part~="button-primary"]');
    const field = (name: string) => canvasElement.querySelector<HTMLInputElement>(`[aria-label="${name}"]`)!;
    change(field('accent, light'), '#777799');
    change(field('radius-control'), '0px');
    if (getComputedStyle(create).borderStartStartRadius !== '0px') throw new Error('The preview does not wear it');
    await until(() => says(canvasElement, 'pairs stand out too little'), 'Poor contrast is not told');
    change(field('accent, light'), '#2354d8');
    await until(() => says(canvasElement, 'all pairs stand out'), 'Good contrast is not told');
  },
};

/** Point at anything, or move the focus through it: its part, its state, the tokens that draw it, and its selector. */
export const PartInspector: Story = {
  globals: { tool: 'inspector' },
  parameters: { docs: { disable: true } },
  render: (_args, context) => html`
    <batch-sync-provider base-url=${baseUrlOf(context)}>
      <batch-sync-table page-size="10" hide="description"></batch-sync-table>
    </batch-sync-provider>
  `,
  play: async ({ canvasElement }) => {
    const row = await found(canvasElement, '[part~="row-failed"], [part~="row-partially-accepted"]');
    const badge = await found(row, '[part~="status"]');
    badge.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
    await until(
      () => says(canvasElement, `batch-sync-table::part(${badge.getAttribute('part')})`),
      'The selector of the badge is not told',
    );
    await until(
      () => /--batch-sync-(failed|partial)-soft/.test(canvasElement.textContent),
      'The token of its ground is not told',
    );
  },
};

/** What a screen reader is told while a file is chosen and judged. */
export const Transcript: Story = {
  globals: { tool: 'transcript' },
  parameters: { docs: { disable: true } },
  render: (_args, context) => html`
    <batch-sync-provider base-url=${baseUrlOf(context)}>
      <batch-sync-upload layout="inline" open></batch-sync-upload>
    </batch-sync-provider>
  `,
  play: async ({ canvasElement }) => {
    await review(canvasElement, mixedErrorsFile());
    const heard = () => canvasElement.querySelector('.tool-panel [data-kind="announced"]');
    await until(heard, 'Nothing was announced');
  },
};

function change(field: HTMLInputElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
