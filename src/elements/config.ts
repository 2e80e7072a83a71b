import type { SharedConfig } from '../adapter/context.js';
import type { Catalogue, Messages } from '../words/index.js';

/**
 * What a host says, on the provider for everything inside and on an element for itself. An element's word wins over
 * the provider's, an attribute over the `config` beside it; but of rights and limits the strictest of host and server
 * holds, and maker-checker is on where either says so.
 *
 * A new object with equal content disturbs nothing: data is compared by value, functions are never compared and are
 * read each time they are needed. Only another `adapter`, `baseUrl` or `definition` starts anew.
 */
export interface BatchSyncConfig extends Omit<SharedConfig, 'messages' | 'catalogues'> {
  /** Other words for some of ours, by key of the catalogue. */
  readonly messages?: Messages;
  /**
   * Languages that the host brings: imported from `batch-sync-elements/locales/*`, so that nothing is loaded, or made by
   * itself. The one that is closest to `locale` is used; the languages that come with the package are loaded by need.
   */
  readonly catalogues?: readonly Catalogue[];
}
