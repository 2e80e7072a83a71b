import { expect } from '@open-wc/testing';
import manifest from '../custom-elements.json';
import { argTypesOf } from '../stories/tools/arg-types.js';
import { themes, tokens } from '../src/themes/index.js';
import themeGuide from '../stories/guides/theme.mdx?raw';

interface Named {
  readonly name: string;
}

interface Declaration {
  readonly tagName: string;
  readonly members?: readonly (Named & { readonly kind: string })[];
  readonly attributes?: readonly Named[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssStates?: readonly Named[];
  readonly cssProperties?: readonly Named[];
}

const elements = manifest.modules.flatMap(({ declarations }) => declarations as unknown as readonly Declaration[]);

/** What the docs page of an element lists, by category. */
function listed(tag: string): Readonly<Record<string, readonly string[]>> {
  const lists: Record<string, string[]> = {};
  for (const line of Object.values(argTypesOf(tag))) {
    const category = String(line?.table?.category);
    (lists[category] ??= []).push(String(line?.name));
  }
  return lists;
}

const stories = import.meta.glob<string>('../stories/**/*.stories.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

describe('reference of the elements', () => {
  for (const { tagName, members = [], attributes = [], events = [], slots = [], ...css } of elements) {
    it(`${tagName}: its docs page names all that the manifest does`, () => {
      const lists = listed(tagName);
      const named = (category: string) => lists[category] ?? [];
      const fields = [...named('attributes and properties'), ...named('properties')];
      const expected = members.filter(({ kind }) => kind === 'field').map(({ name }) => name);
      expect(fields.map(name => name.replace(/ \(.*/, ''))).to.have.members(expected);
      for (const { name } of attributes) expect(fields.join(' ')).to.match(new RegExp(`(^|[ (])${name}\\b`));
      expect(named('methods')).to.have.members(members.filter(({ kind }) => kind === 'method').map(({ name }) => name));
      expect(named('events')).to.have.members(events.map(({ name }) => name));
      expect(named('slots')).to.have.members(slots.map(({ name }) => name || '(default)'));
      expect(named('parts')).to.have.members((css.cssParts ?? []).map(({ name }) => `::part(${name})`));
      expect(named('states')).to.have.members((css.cssStates ?? []).map(({ name }) => `:state(${name})`));
      expect(named('custom properties')).to.have.members((css.cssProperties ?? []).map(({ name }) => name));
    });
  }

  it('the guide on themes lists every token and every theme, from where they are made', () => {
    expect(tokens.length).to.be.greaterThan(40);
    expect(themes.length).to.be.greaterThan(6);
    expect(themeGuide).to.include('{tokens.map(').and.to.include('{themes.map(');
    expect(themeGuide).to.include("from '../../src/themes/index.ts'");
  });

  // Storybook writes what stands above it into `parameters`: into a literal, or else in place of what was there.
  it('a page of stories that says what it is about has its parameters as a literal', () => {
    const lost = Object.entries(stories).filter(([, text]) =>
      /\*\/\nconst meta\b(?:(?!\n};).)*\n {2}parameters: [^{]/s.test(text),
    );
    expect(Object.keys(stories).length).to.be.greaterThan(15);
    expect(lost.map(([path]) => path)).to.deep.equal([]);
  });
});
