import { outcomes } from '../ui/styles/index.js';

export { failureReasons } from '../ui/detail-failures.js';
export { outcomesBy } from '../ui/detail-outcomes.js';
export { timeline } from '../ui/detail-timeline.js';
export { aside as words } from '../words/en/aside.js';
export const styles = [outcomes];
