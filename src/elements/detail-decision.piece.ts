import { decision } from '../ui/styles/index.js';

export { decisionPanel } from '../ui/detail-decision.js';
export { decideEnglish as words } from '../words/en-decide.js';
export const styles = [decision];
