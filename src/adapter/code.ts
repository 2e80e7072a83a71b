import { ProblemError } from '../core/problem.js';

/**
 * Code of ours that is fetched when it is wanted; import remembers it, so that only the first call waits. Where it cannot
 * be had, such as after a new release, when the page's files are gone, nothing was asked of the backend yet.
 *
 * @throws {ProblemError} `code_missing`
 */
export async function codeOf<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    throw new ProblemError({ code: 'code_missing', title: 'Code could not be loaded', retryable: true }, { cause });
  }
}
