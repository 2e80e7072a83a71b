import { lateImport } from '../core/late-import.js';
import type { Catalogue } from './en.js';

/** Words that are here, or on the way once they are asked for. */
export type Language =
  Catalogue | { readonly locale: string; readonly load: () => Promise<Catalogue> } | { readonly locale: 'en' };

/** Every element has what it says in it with it already. */
const english: Language = { locale: 'en' };

/** Each a file of its own. Their addresses are written out, for bundlers read them. */
const loadable: readonly Extract<Language, { load: unknown }>[] = [
  inFile(
    'ar',
    () => import('./locales/ar.js'),
    words => words.ar,
  ),
  inFile(
    'de',
    () => import('./locales/de.js'),
    words => words.de,
  ),
  inFile(
    'es',
    () => import('./locales/es.js'),
    words => words.es,
  ),
  inFile(
    'fr',
    () => import('./locales/fr.js'),
    words => words.fr,
  ),
  inFile(
    'hi',
    () => import('./locales/hi.js'),
    words => words.hi,
  ),
  inFile(
    'id',
    () => import('./locales/id.js'),
    words => words.id,
  ),
  inFile(
    'ja',
    () => import('./locales/ja.js'),
    words => words.ja,
  ),
  inFile(
    'pt-BR',
    () => import('./locales/pt-BR.js'),
    words => words.ptBR,
  ),
  inFile(
    'th',
    () => import('./locales/th.js'),
    words => words.th,
  ),
  inFile(
    'vi',
    () => import('./locales/vi.js'),
    words => words.vi,
  ),
  inFile(
    'zh-Hans',
    () => import('./locales/zh-Hans.js'),
    words => words.zhHans,
  ),
];

/** Words that could not be had are asked for anew by who needs them next. `pick`: where they are in the file. */
function inFile<Module>(locale: string, load: () => Promise<Module>, pick: (file: Module) => Catalogue) {
  const fetched = lateImport(load);
  return { locale, load: async () => pick(await fetched()) };
}

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
