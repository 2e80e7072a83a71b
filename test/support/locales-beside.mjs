/**
 * For a build into one file: the languages but English stay files in `locales/` beside it, loaded by need.
 * @returns {import('vite').Plugin}
 */
export const localesBeside = () => ({
  name: 'locales-beside',
  enforce: 'pre',
  resolveId: (source, importer) =>
    importer?.endsWith('/words/locales.ts') && source.startsWith('./locales/') ? { id: source, external: true } : null,
});
