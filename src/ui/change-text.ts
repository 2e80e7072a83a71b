import type { RepairName } from '../core/issue.js';
import type { MessageKey } from '../words/en.js';
import type { Words } from '../words/words.js';

/** What was done to a file. */
type Change =
  | { readonly kind: 'repair'; readonly repairs: readonly RepairName[] }
  | { readonly kind: 'edit'; readonly row: number }
  | { readonly kind: 'remove'; readonly rows: readonly number[] }
  | { readonly kind: 'split' | 'header' };

/** "spaces trimmed", "edit of row 17": what can be taken back. */
export function changeText(change: Change, words: Words): string {
  switch (change.kind) {
    case 'repair': {
      const [name] = change.repairs;
      const isOne = change.repairs.length === 1 && name !== undefined && name !== 'split';
      if (isOne) return words.t(`change.${name}` satisfies MessageKey);
      return words.t('change.repair');
    }
    case 'edit':
      return words.t('change.edit', { row: change.row });
    case 'remove':
      return change.rows.length === 1
        ? words.t('change.removeRow', { row: change.rows[0] })
        : words.t('change.remove', { count: change.rows.length });
    case 'split':
      return words.t('change.split');
    case 'header':
      return words.t('change.header');
  }
}
