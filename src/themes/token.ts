/** What a token is about; the order in which the groups are listed. */
export type TokenGroup =
  'colour' | 'status' | 'type' | 'space' | 'radius' | 'border' | 'shadow' | 'motion' | 'density' | 'layout';

/** The type of its value as DTCG names it; a `keyword` exists in CSS alone. */
export type TokenType =
  'color' | 'dimension' | 'duration' | 'fontFamily' | 'fontWeight' | 'number' | 'shadow' | 'keyword';

/** A value in a light and in a dark scheme. */
export type Schemed = readonly [light: string, dark: string];

/** A public custom property: what it is for, and what the elements use where nobody sets it. */
export interface Token {
  readonly name: `--batch-sync-${string}`;
  readonly group: TokenGroup;
  readonly type: TokenType;
  readonly description: string;
  /**
   * As CSS. Colours are `#rrggbb` or `#rrggbbaa`; a shadow is two offsets, blur, spread and one such colour: what DTCG
   * can say, and two schemes can share.
   */
  readonly value: string;
  /** In a dark scheme, where that differs. */
  readonly dark?: string;
  /** Where rows and controls are compact, in either scheme. */
  readonly compact?: string;
  /** Where more contrast is asked for. */
  readonly contrast?: Schemed;
}

const colourAtEnd = /^(.* )?(#[\da-f]{6}(?:[\da-f]{2})?)$/;

/** One CSS value for both schemes. `light-dark()` takes colours only: the rest of a shadow stands before it. */
export function schemedCss([light, dark]: Schemed): string {
  const [, before = '', day] = colourAtEnd.exec(light) ?? [];
  const [, , night] = colourAtEnd.exec(dark) ?? [];
  return light === dark || !day || !night ? light : `${before}light-dark(${day}, ${night})`;
}

/** What the elements use where nobody sets the token. */
export function fallbackCss({ value, dark = value }: Token): string {
  return schemedCss([value, dark]);
}
