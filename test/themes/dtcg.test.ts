import { expect, fixture, html } from '@open-wc/testing';
import base from '../../src/themes/tokens.json' with { type: 'json' };
import resolver from '../../src/themes/tokens.resolver.json' with { type: 'json' };
import { themes } from '../../src/themes/themes.js';
import { paintOf } from '../support/contrast.js';
import { linkThemes } from '../support/themed.js';

interface Entry {
  readonly $type: string;
  readonly $value: unknown;
}
type Tokens = Readonly<Record<string, Entry>>;
interface Source {
  readonly 'batch-sync'?: Tokens;
}

const within = (least: number, most: number) => (value: unknown) =>
  typeof value === 'number' && value >= least && value <= most;
const among = (allowed: readonly unknown[]) => (value: unknown) => allowed.includes(value);
const has = (members: Readonly<Record<string, (value: unknown) => boolean>>) => (value: unknown) =>
  Object.keys(value as object).every(name => name in members) &&
  Object.entries(members).every(([name, fits]) => fits((value as Record<string, unknown>)[name]));
const all = (count: number, fits: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.length >= count && value.every(fits);

const color = has({
  colorSpace: among(['srgb']),
  components: value => all(3, within(0, 1))(value) && (value as readonly unknown[]).length === 3,
  alpha: within(0, 1),
  hex: value => /^#[\da-f]{6}$/i.test(String(value)),
});
const dimension = has({ value: within(-9999, 9999), unit: among(['px', 'rem']) });

/** What the format module of 2025.10 says of the value of each type. */
const shapes: Readonly<Record<string, (value: unknown) => boolean>> = {
  color,
  dimension,
  duration: has({ value: within(0, 9999), unit: among(['ms', 's']) }),
  fontFamily: all(1, value => typeof value === 'string' && value !== ''),
  fontWeight: within(1, 1000),
  number: within(-9999, 9999),
  shadow: has({ color, offsetX: dimension, offsetY: dimension, blur: dimension, spread: dimension }),
};

const contexts: Readonly<Record<string, readonly Source[]>> = resolver.modifiers.theme.contexts;

/** What a tool makes of the documents for one input. */
function resolved(theme: string): Tokens {
  return Object.assign(
    {},
    base['batch-sync'],
    ...(contexts[theme] ?? []).map(source => source['batch-sync']),
  ) as Tokens;
}

describe('the tokens in DTCG 2025.10', () => {
  for (const theme of Object.keys(contexts)) {
    it(`${theme}: every value has the shape of its type, every name is one that DTCG takes`, () => {
      for (const [name, { $type, $value }] of Object.entries(resolved(theme))) {
        expect(name).to.match(/^[^${}.][^{}.]*$/);
        expect(shapes[$type]?.($value), `${name}: ${JSON.stringify($value)}`).to.equal(true);
      }
    });
  }

  it('the resolver names what is there', () => {
    expect(resolver.version).to.equal('2025.10');
    expect(resolver.sets.base.sources).to.deep.equal([{ $ref: './tokens.json' }]);
    for (const { $ref } of resolver.resolutionOrder) {
      const [, kind = '', name = ''] = $ref.split('/');
      expect((resolver as unknown as Record<string, Record<string, unknown>>)[kind]).to.have.property(name);
    }
    for (const modifier of Object.values(resolver.modifiers)) {
      expect(Object.keys(modifier.contexts)).to.include(modifier.default);
    }
  });

  for (const { name } of themes.filter(({ ofPage }) => !ofPage)) {
    for (const scheme of ['light', 'dark']) {
      const context = [`${name}-${scheme}`, scheme].find(known => known in contexts)!;
      if (name !== 'light' && name !== 'dark') {
        it(`${name}, ${scheme}: says the colours that the stylesheet of the theme gives`, async () => {
          const unlink = linkThemes([name]);
          try {
            const page = await fixture<HTMLElement>(html`<div></div>`);
            page.style.colorScheme = scheme;
            for (const [token, { $type, $value }] of Object.entries(resolved(context))) {
              if ($type !== 'color') continue;
              const { hex, alpha } = $value as { hex: string; alpha: number };
              page.style.color = `var(--batch-sync-${token}, transparent)`;
              const seen = getComputedStyle(page).color;
              // Where the theme says nothing, the elements' own value holds.
              if (seen === 'rgba(0, 0, 0, 0)') continue;
              const told = paintOf(
                `${hex}${Math.round(alpha * 255)
                  .toString(16)
                  .padStart(2, '0')}`,
              );
              expect(paintOf(seen), token).to.deep.equal(told);
            }
          } finally {
            unlink();
          }
        });
      }
    }
  }
});
