import { ProblemError } from './problem.js';

/** How engines say which module could not be fetched, where they say it. */
const unfetched = /imported module: (http\S+)/;

/**
 * `import` for what a page may have to ask for again. Engines used to remember under its address that a module could not
 * be fetched, for as long as the page lives (https://github.com/whatwg/html/pull/10327), so that no "Retry" could ever
 * succeed. Another fragment, longer each time, is another address to them, and the same file to everybody else. What came
 * once is kept, so that only the first call waits. Where it cannot be had, such as after a new release, when the page's
 * files are gone, nothing was asked of the backend yet.
 *
 * @param load nothing but the import, with the name of the module in it, where bundlers look for it.
 * @throws {ProblemError} `code_missing`, from what it answers with.
 */
export function lateImport<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let next = load;
  let fetched: Promise<Module> | null = null;

  return () =>
    (fetched ??= next().catch((cause: unknown) => {
      const address = unfetched.exec(String(cause))?.[1];
      fetched = null;
      if (address) next = () => import(/* @vite-ignore */ /* webpackIgnore: true */ `${address}#`);
      throw new ProblemError({ code: 'code_missing', title: 'Code missing', retryable: true }, { cause });
    }));
}
