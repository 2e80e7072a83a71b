/** How engines say that a module could not be fetched, where they say which. */
const unfetched = /^(?:Failed to fetch|error loading) dynamically imported module: (https?:\S+)$/;

/**
 * `import` for what a page may have to ask for again. Engines used to remember under its address that a module could not
 * be fetched, for as long as the page lives (https://github.com/whatwg/html/pull/10327), so that no "Retry" could ever
 * succeed. Another fragment is another address to them, and the same file to everybody else. What came once is kept.
 *
 * @param load nothing but the import, with the name of the module in it, where bundlers look for it.
 */
export function lateImport<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let next = load;
  let fetched: Promise<Module> | null = null;
  let tries = 0;

  async function attempt(): Promise<Module> {
    try {
      return await next();
    } catch (error) {
      fetched = null;
      const [, address] = (error instanceof TypeError && unfetched.exec(error.message)) || [];
      const [file] = address?.split('#') ?? [];
      if (file) next = () => import(/* @vite-ignore */ /* webpackIgnore: true */ `${file}#${++tries}`);
      throw error;
    }
  }

  return () => (fetched ??= attempt());
}
