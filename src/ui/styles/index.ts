export { base } from './base.js';
export { batchTable } from './batch-table.js';
export { controls } from './controls.js';
export { dialog } from './dialog.js';
export { surfaces } from './surfaces.js';
export { tokens } from './tokens.js';
