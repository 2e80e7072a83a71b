import { themeTokens } from '../../src/themes/dtcg.js';
import { themeValue, themedTokens } from '../../src/themes/themes.js';
import type { Theme, ThemeValue } from '../../src/themes/themes.js';
import { fallbackCss, schemedCss } from '../../src/themes/token.js';
import type { Schemed } from '../../src/themes/token.js';
import type { TokenName } from '../../src/themes/tokens.js';

export { themedTokens };
export type ThemedToken = (typeof themedTokens)[number];

/** A theme that is being made: where it began, and what was changed since. */
export interface DraftTheme {
  readonly from: Theme | null;
  readonly changes: Readonly<Partial<Record<TokenName, ThemeValue>>>;
}

/** What a token is in both schemes. */
export function valuesOf({ from, changes }: DraftTheme, token: ThemedToken): Schemed {
  const value = changes[token.name] ?? (from && themeValue(from, token)) ?? [token.value, token.dark ?? token.value];
  return typeof value === 'string' ? [value, value] : value;
}

/** With another value of a token in one scheme, or in both where it has one for both. */
export function changed(draft: DraftTheme, token: ThemedToken, scheme: 'light' | 'dark', value: string): DraftTheme {
  const [light, dark] = valuesOf(draft, token);
  const both = !isSchemed(token);
  const next: Schemed = [both || scheme === 'light' ? value : light, both || scheme === 'dark' ? value : dark];
  return { ...draft, changes: { ...draft.changes, [token.name]: next } };
}

/** Whether a token may have a value of its own in the dark. */
export function isSchemed({ type }: ThemedToken): boolean {
  return type === 'color' || type === 'shadow';
}

/** As it is set on an element. */
export function cssValue(draft: DraftTheme, token: ThemedToken): string {
  const [light, dark] = valuesOf(draft, token);
  if (light === token.value && dark === (token.dark ?? token.value)) return fallbackCss(token);
  return isSchemed(token) ? schemedCss([light, dark]) : light;
}

/** What differs from the elements as they are, as a rule for the host's stylesheet. */
export function asCss(draft: DraftTheme): string {
  const own = themedTokens.filter(token => cssValue(draft, token) !== fallbackCss(token));
  return `:root {\n${own.map(token => `  ${token.name}: ${cssValue(draft, token)};\n`).join('')}}\n`;
}

/** The same in the format of the Design Tokens Community Group, for one scheme. */
export function asDtcg(draft: DraftTheme, scheme: 'light' | 'dark'): string {
  const values = Object.fromEntries(themedTokens.map(token => [token.name, valuesOf(draft, token)]));
  const theme: Theme = { name: 'draft', title: 'Draft', description: 'Made in the playground.', values };
  return `${JSON.stringify(themeTokens(theme, scheme), null, 2)}\n`;
}
