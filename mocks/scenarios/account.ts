import type { Scenarios } from './scenario.js';

/** What the account may do. */
export const accountScenarios = {
  'maker-checker': { label: 'Maker-checker', session: { makerChecker: true } },
  'read-only': { label: 'Read only', session: { permission: 'read' } },
  'no-access': { label: 'No access', session: { permission: 'none' } },
} as const satisfies Scenarios;
