import type { CatalogueText } from './catalogue.js';
import { acts } from './en/acts.js';
import { aside } from './en/aside.js';
import { batchActs } from './en/batch-acts.js';
import { batches } from './en/batches.js';
import { common } from './en/common.js';
import { decide } from './en/decide.js';
import { detail } from './en/detail.js';
import { download } from './en/download.js';
import { fields } from './en/fields.js';
import { filterPanels } from './en/filter-panels.js';
import { find } from './en/find.js';
import { found } from './en/found.js';
import { gateway } from './en/gateway.js';
import { issues } from './en/issues.js';
import { layout } from './en/layout.js';
import { menu } from './en/menu.js';
import { review } from './en/review.js';
import { table } from './en/table.js';
import { uploadDesk } from './en/upload-desk.js';
import { upload } from './en/upload.js';

/** The built-in catalogue: every key there is. */
export const en = {
  ...common,
  ...batches,
  ...fields,
  ...issues,
  ...table,
  ...filterPanels,
  ...layout,
  ...menu,
  ...gateway,
  ...find,
  ...found,
  ...upload,
  ...uploadDesk,
  ...review,
  ...detail,
  ...download,
  ...aside,
  ...decide,
  ...acts,
  ...batchActs,
} as const;

export type MessageKey = keyof typeof en;

/** All words of one language: one of `batch-sync-elements/locales/*`, or a host's own. */
export interface Catalogue {
  /** The language, BCP 47. */
  readonly locale: string;
  readonly texts: Readonly<Record<MessageKey, CatalogueText>>;
}
