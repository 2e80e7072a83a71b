import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { validFile } from '../../mocks/index.js';
import '../../src/define/index.js';
import { backend, baseUrlOf, renewed } from '../support/backend.js';
import { deepQuery, found, until } from '../support/play.js';
import { press, review, see } from '../support/upload.js';
import { createAdapter } from './code/adapter.js';
import './code/brand.css';
import { ownWords } from './code/words.js';

/** The code that the guides show, at work. */
const meta: Meta = {
  title: 'Guides/Examples',
  loaders: [renewed],
  parameters: { ...backend({ batches: 12 }), controls: { disable: true } },
};

export default meta;

type Story = StoryObj;

/** Markup alone: table, upload and batch, and the way from one to the other. */
export const Start: Story = {
  render: (_args, context) => html`
    <batch-sync-provider base-url=${baseUrlOf(context)}>
      <batch-sync-table></batch-sync-table>
      <batch-sync-upload></batch-sync-upload>
      <batch-sync-detail></batch-sync-detail>
    </batch-sync-provider>
  `,
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="file-link"]')),
};

/** `code/brand.css`: a brand of one's own by five tokens and two parts. */
export const Brand: Story = {
  render: (_args, context) => html`
    <div class="northwind">
      <batch-sync-provider base-url=${baseUrlOf(context)}><batch-sync-table></batch-sync-table></batch-sync-provider>
    </div>
  `,
  play: async ({ canvasElement }) => {
    const create = await found(canvasElement, '[part~="button-primary"]');
    if (getComputedStyle(create).borderStartStartRadius !== '999px') throw new Error('The token does not reach it');
  },
};

/** `code/words.ts`: some words are the host's. */
export const Words: Story = {
  render: (_args, context) => html`
    <batch-sync-provider base-url=${baseUrlOf(context)} .config=${ownWords}>
      <batch-sync-table></batch-sync-table>
    </batch-sync-provider>
  `,
  play: ({ canvasElement }) => see(canvasElement, 'Uploaded'),
};

/** `code/adapter.ts`: the REST adapter with one method less and one that says what it did. */
export const Adapter: Story = {
  render: (_args, context) => {
    const adapter = createAdapter(baseUrlOf(context), line => {
      document.querySelector('.host-log')!.textContent = line;
    });
    return html`
      <batch-sync-provider .config=${{ adapter }}>
        <batch-sync-upload layout="inline" open></batch-sync-upload>
        <batch-sync-table page-size="10"></batch-sync-table>
      </batch-sync-provider>
      <output class="host-log"></output>
    `;
  },
  play: async ({ canvasElement }) => {
    await review(canvasElement, validFile(12));
    await press(canvasElement, 'Send 12 rows');
    await until(
      () => canvasElement.querySelector('.host-log')!.textContent.endsWith(': 12 rows'),
      'Nothing was logged',
    );
    if (deepQuery(canvasElement, '[data-act="gateway-sync"]')) throw new Error('An act is offered that is not there');
  },
};
