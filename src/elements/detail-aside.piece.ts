import { outcomes } from '../ui/styles/index.js';

export { supportBundle } from '../state/support-bundle.js';
export { failureReasons } from '../ui/detail-failures.js';
export { outcomesBy } from '../ui/detail-outcomes.js';
export { supportByHand } from '../ui/support-by-hand.js';
export { timeline } from '../ui/detail-timeline.js';
export { aside as words } from '../words/en/aside.js';
export const styles = [outcomes];
