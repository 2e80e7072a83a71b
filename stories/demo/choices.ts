import { connectionFaults } from '../../mocks/connections.js';
import type { ConnectionName } from '../../mocks/connections.js';
import { scenarioGroups } from '../../mocks/index.js';
import type { Scenario, ScenarioName } from '../../mocks/index.js';
import type { OrdersPermission } from '../../src/core/batch.js';

/** What the demo's panel chooses. */
export interface Choices {
  readonly access: OrdersPermission;
  readonly theme: 'system' | 'light' | 'dark';
  readonly data: ScenarioName;
  readonly scenario: ScenarioName;
  /** Only where there are connections: with a backend on Node. */
  readonly connection: ConnectionName | 'sound';
  readonly makerChecker: boolean;
}

const { usual, data, answers, parts, uploads, live } = scenarioGroups;

/** The words of a choice by its value; several sets of them are told apart by a heading. */
export type Words = Readonly<Record<string, string>>;

/** Rights and maker-checker have controls of their own: what scenarios make of them is left out. */
export const choosable: { readonly [Name in Exclude<keyof Choices, 'makerChecker'>]: Readonly<Record<string, Words>> } =
  {
    access: { '': { readWrite: 'Read and write', read: 'Read only', none: 'No access' } },
    theme: { '': { system: 'As the system', light: 'Light', dark: 'Dark' } },
    data: { '': { default: 'Some batches', ...labelsOf(data) } },
    scenario: {
      '': labelsOf(usual),
      Answers: labelsOf(answers),
      'One part of it': labelsOf(parts),
      Uploads: labelsOf(uploads),
      'Live connection': labelsOf(live),
    },
    connection: { '': { sound: 'Sound', ...labelsOf(connectionFaults) } },
  };

function labelsOf(group: Readonly<Record<string, Pick<Scenario, 'label'>>>): Words {
  return Object.fromEntries(Object.entries(group).map(([name, { label }]) => [name, label]));
}

const storageKey = 'northwind-pay-demo';

const initial: Choices = {
  access: 'readWrite',
  theme: 'system',
  data: 'default',
  scenario: 'default',
  connection: 'sound',
  makerChecker: false,
};

export function loadChoices(): Choices {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Record<keyof Choices, unknown>>;
    return {
      access: known('access', kept.access),
      theme: known('theme', kept.theme),
      data: known('data', kept.data),
      scenario: known('scenario', kept.scenario),
      connection: known('connection', kept.connection),
      makerChecker: kept.makerChecker === true,
    };
  } catch {
    return initial;
  }
}

export function saveChoices(choices: Choices): void {
  localStorage.setItem(storageKey, JSON.stringify(choices));
}

function known<Name extends keyof typeof choosable>(name: Name, value: unknown): Choices[Name] {
  const isKnown = Object.values(choosable[name]).some(
    words => typeof value === 'string' && Object.hasOwn(words, value),
  );
  return isKnown ? (value as Choices[Name]) : initial[name];
}
