import type { TemplateResult } from 'lit';
import type { CellIcon } from '../core/table-columns.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import type { Icon } from './icons.js';

const shapes: Readonly<Record<CellIcon, Icon>> = {
  alert: icons.alert,
  ban: icons.ban,
  check: icons.check,
  clock: icons.clock,
  copy: icons.copy,
  cross: icons.cross,
  download: icons.download,
  external: icons.external,
  file: icons.file,
  half: icons.half,
  hourglass: icons.hourglass,
  info: icons.info,
  lock: icons.lock,
  person: icons.person,
  progress: icons.progress,
  search: icons.search,
  settings: icons.settings,
  sync: icons.sync,
  trash: icons.trash,
  undo: icons.undo,
  upload: icons.upload,
  warning: icons.warning,
};

/** An icon that a host names. */
export function cellIcon(name: CellIcon): TemplateResult {
  return icon(shapes[name]);
}
