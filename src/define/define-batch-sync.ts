import { BatchSyncDetail } from '../elements/detail.js';
import { BatchSyncProvider } from '../elements/provider.js';
import { BatchSyncTable } from '../elements/table.js';
import { BatchSyncUpload } from '../elements/upload.js';
import { register } from './register.js';

export interface DefineOptions {
  /** The first part of every tag, default `batch-sync`: lower case, as custom element names are. */
  readonly prefix?: string;
  readonly registry?: CustomElementRegistry;
}

/**
 * Registers the four elements, under another prefix or in another registry where one is given. Repeating it changes
 * nothing. Where another version of the library already owns a tag, that one stays and a warning says so, once.
 *
 * @throws SyntaxError (`DOMException`) where the prefix makes no valid tag.
 */
export function defineBatchSync({ prefix = 'batch-sync', registry = customElements }: DefineOptions = {}): void {
  register(`${prefix}-provider`, BatchSyncProvider, registry);
  register(`${prefix}-table`, BatchSyncTable, registry);
  register(`${prefix}-upload`, BatchSyncUpload, registry);
  register(`${prefix}-detail`, BatchSyncDetail, registry);
}
