import { expect, fixture, html } from '@open-wc/testing';
import type { CSSResult } from 'lit';
import manifest from '../../custom-elements.json' with { type: 'json' };
import '../../src/define/index.js';
import { fallbackCss } from '../../src/themes/token.js';
import { themedTokens, themes } from '../../src/themes/themes.js';
import { tokens } from '../../src/themes/tokens.js';
import { fallbacks } from '../../src/ui/styles/fallbacks.js';
import { linkThemes, themeSheet } from '../support/themed.js';

const names = tokens.map(({ name }) => name);

interface Declaration {
  readonly tagName: string;
  readonly cssProperties?: readonly { readonly name: string }[];
}

const declarations = manifest.modules.flatMap(module => module.declarations as readonly Declaration[]);
const documented = new Map(
  declarations
    .filter(({ tagName }) => tagName !== 'batch-sync-provider')
    .map(({ tagName, cssProperties = [] }) => [tagName, cssProperties.map(({ name }) => name)]),
);

/** What comes later, with stylesheets of its own. */
const pieces = import.meta.glob<{ readonly styles?: readonly CSSResult[] }>('../../src/elements/*.piece.ts', {
  eager: true,
});

/** What the stylesheets of an element and its pieces read, but for the one that reads every public property into its private twin. */
async function readBy(tag: string): Promise<string> {
  const element = document.createElement(tag);
  await fixture(html`<div>${element}</div>`);
  const fallbackRules = new CSSStyleSheet();
  fallbackRules.replaceSync(fallbacks.cssText);
  const twins = new Set([...fallbackRules.cssRules].map(({ cssText }) => cssText));
  const later = Object.entries(pieces).filter(([path]) => path.includes(`/${tag.replace('batch-sync-', '')}-`));
  const sheets = later.flatMap(([, { styles = [] }]) => styles.map(({ styleSheet }) => styleSheet!));
  return [...element.shadowRoot!.adoptedStyleSheets, ...sheets]
    .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
    .filter(text => !twins.has(text))
    .join('\n');
}

describe('tokens', () => {
  it('each has a name of its own, in the words of its group', () => {
    expect(new Set(names).size).to.equal(names.length);
    for (const { name, description } of tokens) {
      expect(name).to.match(/^--batch-sync-[a-z]+(-[a-z]+)*$/);
      expect(description, name).to.match(/^\S.*\.$/);
    }
  });

  for (const tag of documented.keys()) {
    it(`the manifest lists what ${tag} reads, and nothing else`, async () => {
      const text = await readBy(tag);
      const read = names.filter(name => text.includes(`var(${name.replace('--batch-sync-', '--_')})`));
      expect(documented.get(tag)).to.deep.equal(read);
    });
  }

  it('each is read by an element', () => {
    const read = new Set([...documented.values()].flat());
    expect(names.filter(name => !read.has(name))).to.deep.equal([]);
  });

  it('each value is one that the browser takes', () => {
    const probe = document.createElement('div').style;
    const properties: Record<string, string> = {
      color: 'color',
      dimension: 'inline-size',
      duration: 'transition-duration',
      fontFamily: 'font-family',
      fontWeight: 'font-weight',
      number: 'line-height',
      shadow: 'box-shadow',
      keyword: 'color-scheme',
    };
    for (const token of tokens) {
      const property = properties[token.type]!;
      probe.removeProperty(property);
      probe.setProperty(property, fallbackCss(token));
      expect(probe.getPropertyValue(property), token.name).not.to.equal('');
    }
  });
});

/** An element in a place, and the wrapper in its shadow root, on which everything stands. */
async function wrapperIn(place: Element): Promise<Element> {
  const element = document.createElement('batch-sync-table');
  place.append(element);
  await element.updateComplete;
  return element.shadowRoot!.querySelector('.root')!;
}

const textIn = async (place: Element): Promise<string> => getComputedStyle(await wrapperIn(place)).color;

describe('themes', () => {
  let unlink: () => void = () => undefined;

  afterEach(() => unlink());

  for (const theme of themes) {
    it(`${theme.name} says something of every token, so that it is whole inside another`, () => {
      const text = themeSheet(theme.name);
      for (const { name } of themedTokens) expect(text).to.match(new RegExp(`${name}: \\S`), name);
    });
  }

  it('a linked theme is the page’s, and any rule of the page goes before it', async () => {
    unlink = linkThemes(['kiln']);
    const page = await fixture(html`<div><i class="plain"></i><i class="own"></i></div>`);
    const rule = page.appendChild(document.createElement('style'));
    rule.textContent = '.own { --batch-sync-text: rgb(1 2 3); }';
    expect(await textIn(page.querySelector('.plain')!)).to.equal('rgb(26, 20, 18)');
    expect(await textIn(page.querySelector('.own')!)).to.equal('rgb(1, 2, 3)');
  });

  it('of several, the one that is named holds, and one inside another is whole', async () => {
    unlink = linkThemes();
    const page = await fixture(html`
      <div data-batch-sync-theme="harbour">
        <div class="outer"></div>
        <div class="inner" data-batch-sync-theme="compact"></div>
      </div>
    `);
    expect(await textIn(page.querySelector('.outer')!)).to.equal('rgb(35, 33, 28)');
    expect(await textIn(page.querySelector('.inner')!)).to.equal('rgb(22, 25, 31)');
  });

  it('dark is dark on a light page, and leaves the page light', async () => {
    unlink = linkThemes(['dark']);
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const wrapper = await wrapperIn(page);
    expect(getComputedStyle(wrapper).color).to.equal('rgb(232, 235, 240)');
    expect(getComputedStyle(wrapper).colorScheme).to.equal('dark');
    expect(getComputedStyle(page).colorScheme).not.to.equal('dark');
  });
});
