import type { ScenarioName } from '../../mocks/index.js';
import type { OrdersPermission } from '../../src/core/batch.js';

/** What the demo's panel chooses. */
export interface Choices {
  readonly access: OrdersPermission;
  readonly theme: 'system' | 'light' | 'dark';
  readonly scenario: ScenarioName;
  readonly makerChecker: boolean;
}

/** Situations worth a place in the panel: rights and maker-checker have controls of their own. */
export const choosable = {
  access: { readWrite: 'Read and write', read: 'Read only', none: 'No access' },
  theme: { system: 'As the system', light: 'Light', dark: 'Dark' },
  scenario: {
    default: 'Everything works',
    empty: 'No batches yet',
    many: '10,000 batches',
    slow: 'Slow answers',
    error: 'The list fails',
    forbidden: 'The server refuses (403)',
    offline: 'Offline',
  },
} as const satisfies { readonly [Name in keyof Choices]?: Partial<Record<Choices[Name] & string, string>> };

const storageKey = 'northwind-pay-demo';

const initial: Choices = { access: 'readWrite', theme: 'system', scenario: 'default', makerChecker: false };

export function loadChoices(): Choices {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Record<keyof Choices, unknown>>;
    return {
      access: known('access', kept.access),
      theme: known('theme', kept.theme),
      scenario: known('scenario', kept.scenario),
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
  return typeof value === 'string' && Object.hasOwn(choosable[name], value) ? (value as Choices[Name]) : initial[name];
}
