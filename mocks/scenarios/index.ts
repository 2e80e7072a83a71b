import { accountScenarios } from './account.js';
import { answerScenarios } from './answers.js';
import { dataScenarios } from './data.js';
import { liveScenarios } from './live.js';
import { partScenarios } from './parts.js';
import type { Scenarios } from './scenario.js';
import { uploadScenarios } from './uploads.js';

/** Scenarios by what they are about, as a panel groups them. */
export const scenarioGroups = {
  usual: { default: { label: 'Everything works' } },
  data: dataScenarios,
  account: accountScenarios,
  answers: answerScenarios,
  parts: partScenarios,
  uploads: uploadScenarios,
  live: liveScenarios,
} as const satisfies Readonly<Record<string, Scenarios>>;

/** Named situations. A new one is a new entry in its group; nothing else need know of it. */
export const scenarios = {
  ...scenarioGroups.usual,
  ...dataScenarios,
  ...accountScenarios,
  ...answerScenarios,
  ...partScenarios,
  ...uploadScenarios,
  ...liveScenarios,
} as const satisfies Scenarios;

export type ScenarioName = keyof typeof scenarios;

export const scenarioNames = Object.keys(scenarios) as readonly ScenarioName[];

export function isScenarioName(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name);
}
