/** A sentence by plural category of its `count` parameter (CLDR: zero, one, two, few, many, other). */
export type PluralText = Readonly<Partial<Record<Exclude<Intl.LDMLPluralRule, 'other'>, string>> & { other: string }>;

/** A sentence with `{name}` placeholders. */
export type CatalogueText = string | PluralText;

export type CatalogueEntries = Readonly<Record<string, CatalogueText>>;

/** Values for placeholders. Numbers are written in the locale's way. */
export type TextParams = Readonly<Record<string, string | number>>;
