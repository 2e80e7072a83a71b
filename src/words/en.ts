import type { CatalogueText } from './catalogue.js';
import { common } from './en/common.js';
import { detail } from './en/detail.js';
import { fields } from './en/fields.js';
import { find } from './en/find.js';
import { issues } from './en/issues.js';
import { review } from './en/review.js';
import { table } from './en/table.js';
import { upload } from './en/upload.js';

/** The built-in catalogue: every key there is. */
export const en = { ...common, ...fields, ...issues, ...table, ...find, ...upload, ...review, ...detail } as const;

export type MessageKey = keyof typeof en;

/** All words of one language: one of `batch-sync-elements/locales/*`, or a host's own. */
export interface Catalogue {
  /** The language, BCP 47. */
  readonly locale: string;
  readonly texts: Readonly<Record<MessageKey, CatalogueText>>;
}
