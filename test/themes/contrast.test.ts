import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { createEngine, createMemoryAdapter, defaultSession, mixedErrorsFile } from '../../mocks/index.js';
import { defaultView } from '../../src/core/view.js';
import '../../src/define/index.js';
import type { BatchSyncProvider, BatchSyncUpload } from '../../src/index.js';
import { fallbackCss } from '../../src/themes/token.js';
import { themes } from '../../src/themes/themes.js';
import type { Theme } from '../../src/themes/themes.js';
import { tokens } from '../../src/themes/tokens.js';
import type { TokenName } from '../../src/themes/tokens.js';
import { contrastOf, contrastsIn } from '../support/contrast.js';
import { hasDevtools } from '../support/devtools.js';
import type { Contrast } from '../support/contrast.js';
import { linkThemes } from '../support/themed.js';
import { until } from '../../stories/support/play.js';

type Short<Name> = Name extends `--batch-sync-${infer Rest}` ? Rest : never;
type Colour = Short<TokenName>;

const grounds = ['surface', 'surface-raised', 'surface-sunken', 'surface-hover', 'surface-selected'] as const;
const statuses = ['accepted', 'failed', 'queued', 'partial', 'pending', 'neutral'] as const;

/** Which colours meet, in whatever state: on rest, beneath the pointer, chosen. */
const pairs: readonly (readonly [front: Colour, ground: Colour | 'page', least: number])[] = [
  ...grounds.flatMap(ground => [
    ['text', ground, 4.5] as const,
    ['text-muted', ground, 4.5] as const,
    ['accent', ground, 4.5] as const,
    ['border-strong', ground, 3] as const,
    ['focus', ground, 3] as const,
    ['failed', ground, 4.5] as const,
    ['partial', ground, 4.5] as const,
    ['accepted-fill', ground, 3] as const,
    ['failed-fill', ground, 3] as const,
  ]),
  ...statuses.map(status => [status, `${status}-soft`, 4.5] as const),
  ...statuses.map(status => ['text', `${status}-soft`, 4.5] as const),
  ['accent', 'failed-soft', 4.5],
  ['accent', 'partial-soft', 4.5],
  ['focus', 'page', 3],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['on-tooltip', 'tooltip', 4.5],
];

const readable = ({ what, ratio, least }: Contrast) => `${what}: ${ratio.toFixed(2)} of ${least}`;
const faults = (seen: readonly Contrast[]) => seen.filter(({ ratio, least }) => ratio < least).map(readable);

function css(colour: Colour): string {
  const token = tokens.find(({ name }) => name === `--batch-sync-${colour}`)!;
  return `var(${token.name}, ${fallbackCss(token)})`;
}

describe('contrast', function () {
  // Each screen is walked in each theme, element by element.
  this.timeout(60_000);

  let unlink: () => void;

  before(async () => {
    unlink = linkThemes();
    // Firefox is started so.
    if (hasDevtools) await emulateMedia({ reducedMotion: 'reduce' });
  });

  after(() => unlink());

  /** A page of the customer's, as wide as a desktop. */
  async function pageIn(theme: Theme | null, scheme: string): Promise<HTMLElement> {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    page.style.inlineSize = '1240px';
    dress(page, theme, scheme);
    return page;
  }

  /** A theme that is light or dark against the page is for a ground of that kind whose page does not tell of it. */
  function dress(page: HTMLElement, theme: Theme | null, scheme: string): void {
    const ground = theme?.colorScheme ?? scheme;
    page.style.colorScheme = scheme;
    page.style.backgroundColor = ground === 'dark' ? '#121212' : '#ffffff';
    page.style.color = ground === 'dark' ? '#ffffff' : '#000000';
    page.dataset['batchSyncTheme'] = theme?.name ?? 'none';
  }

  const looks = [null, ...themes].flatMap(theme => ['light', 'dark'].map(scheme => [theme, scheme] as const));

  for (const [theme, scheme] of looks) {
    it(`${theme?.name ?? 'no theme'}, ${scheme}: every two colours that meet`, async () => {
      const page = await pageIn(theme, scheme);
      const seen = pairs.map(([front, ground, least]): Contrast => {
        const probe = page.appendChild(document.createElement('span'));
        probe.style.colorScheme = theme?.colorScheme ?? scheme;
        probe.style.color = css(front);
        if (ground !== 'page') probe.style.backgroundColor = css(ground);
        const text = theme?.contrast && least === 4.5 ? 7 : least;
        return { what: `${front} on ${ground}`, ratio: contrastOf(probe), least: text };
      });
      expect(faults(seen)).to.deep.equal([]);
    });
  }

  /** The elements with something in them of every kind: statuses, issues, tasks. */
  async function filled(page: HTMLElement): Promise<BatchSyncProvider> {
    const engine = createEngine();
    const [batch] = engine.listBatches(defaultSession, { ...defaultView, statuses: ['PARTIALLY_ACCEPTED'] }).items;
    const provider = document.createElement('batch-sync-provider');
    provider.navigation = 'none';
    provider.config = { adapter: createMemoryAdapter({ engine }), locale: 'en', timeZone: 'UTC' };
    const table = document.createElement('batch-sync-table');
    const detail = document.createElement('batch-sync-detail');
    detail.batchId = batch!.id;
    const upload: BatchSyncUpload = document.createElement('batch-sync-upload');
    upload.layout = 'inline';
    upload.open = true;
    provider.append(table, detail, upload);
    page.append(provider);
    await until(() => upload.phase === 'choosing', 'the upload');
    upload.selectFile(mixedErrorsFile());
    const shown = ([element, part]: readonly [Element, string]) => element.shadowRoot!.querySelector(part) !== null;
    for (const place of [
      [table, '[part~="row"]'],
      [detail, '.task'],
      [upload, '.issue-list'],
    ] as const) {
      await until(() => shown(place), `${place[1]} of ${place[0].localName}`);
    }
    return provider;
  }

  it('every text, icon, field and bar that is drawn, in every theme, light and dark', async () => {
    const page = await pageIn(null, 'light');
    const provider = await filled(page);
    for (const [theme, scheme] of looks) {
      dress(page, theme, scheme);
      const seen = contrastsIn(provider);
      expect(seen.length, 'what was looked at').to.be.above(60);
      expect(faults(seen), `${theme?.name}, ${scheme}`).to.deep.equal([]);
    }
  });
});
