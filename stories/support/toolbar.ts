import type { Preview } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { isScenarioName, scenarioGroups } from '../../mocks/index.js';
import type { ScenarioName } from '../../mocks/index.js';
import type { OrdersPermission } from '../../src/core/batch.js';
import type { BatchSyncDetail, BatchSyncProvider, BatchSyncTable, BatchSyncUpload } from '../../src/index.js';
import { afterRender } from './after-render.js';
import { situate } from './backend.js';
import './toolbar.css';

/** Where a tool is set to this, each story is as it was written. */
const asWritten = 'story';

type GlobalTypes = NonNullable<Preview['globalTypes']>;
type ToolbarConfig = Exclude<NonNullable<GlobalTypes[string]['toolbar']>, boolean>;
type Item = Exclude<ToolbarConfig['items'][number], string>;

interface Tool extends Pick<ToolbarConfig, 'icon'> {
  readonly description: string;
  readonly title: string;
  readonly items: readonly Item[];
}

const asTheStory: Item = { value: asWritten, title: 'As the story says' };

const { answers, parts, uploads, live } = scenarioGroups;
const scenarioItems = [answers, parts, uploads, live].flatMap(group =>
  Object.entries(group).map(([value, { label }]) => ({ value, title: label, right: value })),
);

const tools = {
  theme: {
    description: 'Colour scheme of the page',
    title: 'Theme',
    icon: 'contrast',
    items: [
      { value: 'light', title: 'Light', icon: 'sun' },
      { value: 'dark', title: 'Dark', icon: 'moon' },
    ],
  },
  density: {
    description: 'Height of rows and controls',
    title: 'Density',
    icon: 'menu',
    items: [asTheStory, { value: 'comfortable', title: 'Comfortable' }, { value: 'compact', title: 'Compact' }],
  },
  language: {
    description: 'Words, numbers and dates',
    title: 'Language',
    icon: 'globe',
    items: [
      asTheStory,
      { value: 'en', title: 'English', right: 'en' },
      { value: 'en-IN', title: 'English (India)', right: 'en-IN' },
    ],
  },
  direction: {
    description: 'Writing direction of the page; elements with a language of their own follow that',
    title: 'Direction',
    icon: 'transfer',
    items: [
      { value: 'ltr', title: 'Left to right' },
      { value: 'rtl', title: 'Right to left' },
    ],
  },
  scenario: {
    description: 'What befalls requests, on top of the story’s own situation',
    title: 'Network',
    icon: 'lightning',
    items: [asTheStory, ...scenarioItems],
  },
  permission: {
    description: 'What the account may do with orders',
    title: 'Permission',
    icon: 'lock',
    items: [
      asTheStory,
      { value: 'readWrite', title: 'Read and write' },
      { value: 'read', title: 'Read only' },
      { value: 'none', title: 'No access' },
    ],
  },
  width: {
    description: 'Width of the place that the host has',
    title: 'Width',
    icon: 'grow',
    items: [
      { value: 'full', title: 'All there is' },
      ...[320, 480, 720, 960].map(width => ({ value: String(width), title: `${width} px` })),
    ],
  },
} as const satisfies Readonly<Record<string, Tool>>;

/** What the toolbar is set to. */
export type Toolbar = Readonly<Record<keyof typeof tools, string>>;

export const globalTypes: GlobalTypes = Object.fromEntries(
  Object.entries<Tool>(tools).map(([name, { description, ...toolbar }]) => [
    name,
    { description, toolbar: { ...toolbar, items: [...toolbar.items], dynamicTitle: true } },
  ]),
);

export const initialGlobals: Toolbar = {
  theme: 'light',
  density: asWritten,
  language: asWritten,
  direction: 'ltr',
  scenario: asWritten,
  permission: asWritten,
  width: 'full',
};

/** The page around a story, and what a host would set on its elements, as the toolbar says. */
export function host(story: () => unknown, { globals }: { readonly globals: object }): TemplateResult {
  const toolbar = { ...initialGlobals, ...globals };
  const { width, scenario, permission } = toolbar;
  dressPage(toolbar);
  situate({ scenario: isScenario(scenario) ? scenario : null, permission: permissionOf(permission) });
  // Another situation is another backend: whoever stood on the old one begins anew.
  return html`<div class="story-frame" data-width=${width === 'full' ? nothing : width}>
    ${keyed(`${scenario} ${permission}`, html`${story()}`)}${afterRender(place => dress(place, toolbar))}
  </div>`;
}

/** The elements follow the colour scheme and the direction of the page, as they do in a host. */
export function dressPage({ theme, direction }: Pick<Toolbar, 'theme' | 'direction'>): void {
  const { documentElement: page } = document;
  page.style.colorScheme = theme;
  page.dir = direction;
}

/** Sets what is a property of the elements, and takes back what it set. */
export function dress(place: ParentNode, { density, language }: Pick<Toolbar, 'density' | 'language'>): void {
  for (const table of elements<BatchSyncTable>(place, 'batch-sync-table')) {
    change(table, 'density', density === asWritten ? undefined : (density as BatchSyncTable['density']));
  }
  const locale = language === asWritten ? undefined : language;
  for (const provider of elements<BatchSyncProvider>(place, 'batch-sync-provider')) change(provider, 'locale', locale);
  const owns = 'batch-sync-table, batch-sync-upload, batch-sync-detail';
  for (const element of elements<BatchSyncTable | BatchSyncUpload | BatchSyncDetail>(place, owns)) {
    if (element.closest('batch-sync-provider')) continue;
    change(element, 'config', locale === undefined ? undefined : { ...element.config, locale });
  }
}

/** What stories had set before the toolbar did. */
const before = new WeakMap<object, Map<PropertyKey, unknown>>();

function change<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  value: Owner[Name] | undefined,
): void {
  const kept = before.get(owner) ?? new Map<PropertyKey, unknown>();
  before.set(owner, kept);
  if (value !== undefined) {
    if (!kept.has(name)) kept.set(name, owner[name]);
    owner[name] = value;
  } else if (kept.has(name)) {
    owner[name] = kept.get(name) as Owner[Name];
    kept.delete(name);
  }
}

function elements<Kind extends HTMLElement>(place: ParentNode, selector: string): Iterable<Kind> {
  return place.querySelectorAll<Kind>(selector);
}

function isScenario(name: string): name is ScenarioName {
  return name !== asWritten && isScenarioName(name);
}

function permissionOf(name: string): OrdersPermission | null {
  return name === 'none' || name === 'read' || name === 'readWrite' ? name : null;
}
