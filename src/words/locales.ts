import type { Catalogue } from './en.js';

/** A language that the package has words for. */
export interface LocaleInfo {
  /** BCP 47. */
  readonly tag: string;
  /** What its speakers call it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whether no native speaker has read it yet. */
  readonly draft: boolean;
}

/** Words that are here, or on the way once they are asked for. */
export type Language =
  Catalogue | { readonly locale: string; readonly load: () => Promise<Catalogue> } | { readonly locale: 'en' };

/** Every element has what it says in it with it already. */
const english: Language = { locale: 'en' };

/** Each a file of its own. Their addresses are written out, for bundlers read them. */
const loadable: readonly (Extract<Language, { load: unknown }> & Omit<LocaleInfo, 'tag'>)[] = [
  {
    locale: 'ar',
    name: 'العربية',
    direction: 'rtl',
    draft: true,
    load: async () => (await import('./locales/ar.js')).ar,
  },
  {
    locale: 'de',
    name: 'Deutsch',
    direction: 'ltr',
    draft: true,
    load: async () => (await import('./locales/de.js')).de,
  },
  {
    locale: 'es',
    name: 'Español',
    direction: 'ltr',
    draft: true,
    load: async () => (await import('./locales/es.js')).es,
  },
  {
    locale: 'fr',
    name: 'Français',
    direction: 'ltr',
    draft: true,
    load: async () => (await import('./locales/fr.js')).fr,
  },
  {
    locale: 'hi',
    name: 'हिन्दी',
    direction: 'ltr',
    draft: true,
    load: async () => (await import('./locales/hi.js')).hi,
  },
  {
    locale: 'id',
    name: 'Bahasa Indonesia',
    direction: 'ltr',
    draft: true,
    load: async () => (await import('./locales/id.js')).id,
  },
  {
    locale: 'ja',
    name: '日本語',
    direction: 'ltr',
    draft: true,
    load: async () => (await import('./locales/ja.js')).ja,
  },
  {
    locale: 'pt-BR',
    name: 'Português (Brasil)',
    direction: 'ltr',
    draft: true,
    load: async () => (await import('./locales/pt-BR.js')).ptBR,
  },
  {
    locale: 'th',
    name: 'ไทย',
    direction: 'ltr',
    draft: true,
    load: async () => (await import('./locales/th.js')).th,
  },
  {
    locale: 'vi',
    name: 'Tiếng Việt',
    direction: 'ltr',
    draft: true,
    load: async () => (await import('./locales/vi.js')).vi,
  },
  {
    locale: 'zh-Hans',
    name: '简体中文',
    direction: 'ltr',
    draft: true,
    load: async () => (await import('./locales/zh-Hans.js')).zhHans,
  },
];

/** The languages that the package has words for. */
export const locales: readonly LocaleInfo[] = [
  { tag: 'en', name: 'English', direction: 'ltr', draft: false },
  ...loadable.map(({ locale, name, direction, draft }) => ({ tag: locale, name, direction, draft })),
];

/** The language that is closest to what is asked for, `null` where none is close; a host's own before ours. */
export function languageFor(locale: string, given: readonly Catalogue[] = []): Language | null {
  // What a script of the host's made of a failed import must not take the words away.
  const usable = given.filter(catalogue => catalogue?.locale && catalogue.texts);
  const languages: readonly Language[] = [...usable, english, ...loadable];
  const tag = closestLocale(
    locale,
    languages.map(language => language.locale),
  );
  return languages.find(language => language.locale === tag) ?? null;
}

/**
 * Of the tags in the same language and script the one itself, or what is left when its end is cut off (`es` for `es-MX`),
 * or the first (`pt-BR` for `pt-PT`, `zh-Hans` for `zh-CN`, but not for `zh-TW`, which is written in another script).
 */
export function closestLocale(locale: string, tags: readonly string[]): string | null {
  const wanted = localeOf(locale);
  if (wanted === null) return null;
  const { language, script } = wanted.maximize();
  const alike = tags.filter(tag => {
    const known = localeOf(tag)?.maximize();
    return known?.language === language && known.script === script;
  });
  const parts = wanted.baseName.split('-');
  for (let length = parts.length; length > 0; length--) {
    const shorter = parts.slice(0, length).join('-');
    const tag = alike.find(known => localeOf(known)?.baseName === shorter);
    if (tag !== undefined) return tag;
  }
  return alike[0] ?? null;
}

/** Canonical, so that an old name (`in`) is the present one (`id`). */
function localeOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}
