import type { Catalogue } from './en.js';

/** Words that are here, or on the way once they are asked for. */
export type Language =
  Catalogue | { readonly locale: string; readonly load: () => Promise<Catalogue> } | { readonly locale: 'en' };

/** Every element has what it says in it with it already. */
const english: Language = { locale: 'en' };

/** Each a file of its own. Their addresses are written out, for bundlers read them. */
const loadable: readonly Extract<Language, { load: unknown }>[] = [
  { locale: 'ar', load: async () => (await import('./locales/ar.js')).ar },
  { locale: 'de', load: async () => (await import('./locales/de.js')).de },
  { locale: 'es', load: async () => (await import('./locales/es.js')).es },
  { locale: 'fr', load: async () => (await import('./locales/fr.js')).fr },
  { locale: 'hi', load: async () => (await import('./locales/hi.js')).hi },
  { locale: 'id', load: async () => (await import('./locales/id.js')).id },
  { locale: 'ja', load: async () => (await import('./locales/ja.js')).ja },
  { locale: 'pt-BR', load: async () => (await import('./locales/pt-BR.js')).ptBR },
  { locale: 'th', load: async () => (await import('./locales/th.js')).th },
  { locale: 'vi', load: async () => (await import('./locales/vi.js')).vi },
  { locale: 'zh-Hans', load: async () => (await import('./locales/zh-Hans.js')).zhHans },
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
