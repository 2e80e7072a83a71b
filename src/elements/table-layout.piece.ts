import { dialog, layoutStyles } from '../ui/styles/index.js';

export { layoutDialog } from '../ui/layout-dialog.js';
export { layout as words } from '../words/en/layout.js';
export const styles = [dialog, layoutStyles];
