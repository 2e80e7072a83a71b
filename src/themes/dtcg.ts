import { themedTokens, themes, themeValue } from './themes.js';
import type { Theme } from './themes.js';
import type { Token, TokenType } from './token.js';
import { tokens } from './tokens.js';

/** A JSON value; which shape it has follows from `$type`. */
type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

interface DtcgToken {
  readonly $type: TokenType;
  readonly $value: Json;
  readonly $description: string;
  readonly $extensions: { readonly [vendor: string]: Json };
}

/** Tokens in the format module of DTCG 2025.10. Group and name together are the custom property without its dashes. */
export interface DtcgTokens {
  readonly 'batch-sync': { readonly [name: string]: DtcgToken };
}

const schema = (module: string): string => `https://www.designtokens.org/schemas/2025.10/${module}.json`;

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

function colour(css: string): Json {
  const [, hex, alpha = 'ff'] = /^(#[\da-f]{6})([\da-f]{2})?$/.exec(css) ?? [];
  if (!hex) throw new Error(`DTCG cannot be told the colour ${css}`);
  const components = [1, 3, 5].map(at => round(parseInt(hex.slice(at, at + 2), 16) / 255, 4));
  return { colorSpace: 'srgb', components, alpha: round(parseInt(alpha, 16) / 255, 2), hex };
}

function measure(css: string, units: readonly string[]): Json {
  const [, value, unit] = /^(-?[\d.]+)([a-z]+)$/.exec(css === '0' ? '0px' : css) ?? [];
  if (!unit || !units.includes(unit)) throw new Error(`DTCG cannot be told the measure ${css}`);
  return { value: Number(value), unit };
}

const dimension = (css: string): Json => measure(css, ['px', 'rem']);

function shadow(css: string): Json {
  const [offsetX = '', offsetY = '', blur = '', spread = '', color = ''] = css.split(' ');
  return {
    color: colour(color),
    offsetX: dimension(offsetX),
    offsetY: dimension(offsetY),
    blur: dimension(blur),
    spread: dimension(spread),
  };
}

const jsonOf: Record<TokenType, (css: string) => Json> = {
  color: colour,
  dimension,
  shadow,
  duration: css => measure(css, ['ms', 's']),
  fontFamily: css => css.split(',').map(name => name.trim().replaceAll("'", '')),
  fontWeight: Number,
  number: Number,
  keyword: css => css,
};

/** DTCG knows no `em`: a size is told as the pixels that it is beside text of this size. */
function inPixels(css: string, textSize: number): string {
  const [, least, most] = /^clamp\((\d+)px, [\d.]+em, (\d+)px\)$/.exec(css) ?? [];
  const [em, share] = /([\d.]+)em\b/.exec(css) ?? [];
  if (!em) return css;
  const size = Math.round(Number(share) * textSize);
  return `${Math.min(Math.max(size, Number(least ?? 0)), Number(most ?? Infinity))}px`;
}

const pageTextSize = 16;

/** In DTCG, what the CSS of each token says; where CSS says more, it goes along. */
function told(values: ReadonlyMap<Token, string>): DtcgTokens {
  const sizes = [...values].filter(([{ name }]) => name === '--batch-sync-font-size').map(([, css]) => css);
  const fallback = tokens.find(({ name }) => name === '--batch-sync-font-size')?.value ?? '1em';
  const textSize = parseFloat(inPixels(sizes[0] ?? fallback, pageTextSize));
  const entries = [...values]
    .filter(([{ type }, css]) => type !== 'keyword' && css !== 'inherit')
    .map(([token, css]) => {
      const portable = inPixels(css, token.name === '--batch-sync-font-size' ? pageTextSize : textSize);
      const entry: DtcgToken = {
        $type: token.type,
        $value: jsonOf[token.type](portable),
        $description: token.description,
        $extensions: { 'batch-sync-elements': { group: token.group, ...(portable === css ? {} : { css }) } },
      };
      return [token.name.replace('--batch-sync-', ''), entry] as const;
    });
  return { 'batch-sync': Object.fromEntries(entries) };
}

/** Every token as it is without a theme, in a light scheme. */
export function tokensDocument(): DtcgTokens & { readonly $schema: string } {
  return { $schema: schema('format'), ...told(new Map(tokens.map((token: Token) => [token, token.value]))) };
}

/** What a theme, or none, makes other than `tokensDocument` says. */
export function themeTokens(theme: Theme | null, scheme: 'light' | 'dark'): DtcgTokens {
  const values = new Map<Token, string>();
  for (const token of themedTokens) {
    const own = [token.value, token.dark ?? token.value] as const;
    const given = (theme && themeValue(theme, token)) ?? own;
    const css = typeof given === 'string' ? given : given[scheme === 'light' ? 0 : 1];
    if (css !== token.value) values.set(token, css);
  }
  return told(values);
}

/** Compact rows and controls, under any theme without a word of its own on them. */
function compactTokens(): DtcgTokens {
  const values = new Map<Token, string>();
  for (const token of themedTokens) if (token.compact !== undefined) values.set(token, token.compact);
  return told(values);
}

/** The themes as one document of the resolver module: a modifier for density, and one for theme and scheme together. */
export function resolverDocument(): object {
  const looks = themes.filter(({ colorScheme, ofPage }) => !colorScheme && !ofPage);
  const contexts = [
    ['light', []],
    ['dark', [themeTokens(null, 'dark')]],
    ...looks.flatMap(theme =>
      (['light', 'dark'] as const).map(scheme => [`${theme.name}-${scheme}`, [themeTokens(theme, scheme)]] as const),
    ),
  ];
  return {
    $schema: schema('resolver'),
    name: 'batch-sync-elements',
    version: '2025.10',
    sets: { base: { description: 'Every token, in a light scheme.', sources: [{ $ref: './tokens.json' }] } },
    modifiers: {
      density: {
        description: 'Height of rows and controls.',
        contexts: { comfortable: [], compact: [compactTokens()] },
        default: 'comfortable',
      },
      theme: { description: 'Theme and scheme.', contexts: Object.fromEntries(contexts), default: 'light' },
    },
    resolutionOrder: [{ $ref: '#/sets/base' }, { $ref: '#/modifiers/density' }, { $ref: '#/modifiers/theme' }],
  };
}
