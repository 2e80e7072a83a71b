import type { BatchRowAction } from '../core/row-action.js';
import type { Words } from '../words/words.js';
import { hostText } from './table-columns.js';

/** What an action is called; its name where its words cannot be had. */
export function actionLabel({ label, name }: BatchRowAction, words: Words): string {
  return hostText(label, name, words);
}
