import type { Preview } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { isScenarioName, scenarioGroups } from '../../mocks/index.js';
import type { ScenarioName } from '../../mocks/index.js';
import type { OrdersPermission } from '../../src/core/batch.js';
import { locales } from '../../src/index.js';
import type { BatchSyncDetail, BatchSyncProvider, BatchSyncTable, BatchSyncUpload } from '../../src/index.js';
import { themes } from '../../src/themes/index.js';
import { isToolName, runTool, toolbox } from '../tools/toolbox.js';
import type { ToolName } from '../tools/toolbox.js';
import { afterRender } from './after-render.js';
import { situate } from './backend.js';
import './toolbar.css';

import.meta.glob('../../src/themes/css/*.css', { eager: true });

/** Where a tool is set to this, each story is as it was written. */
const asWritten = 'story';
/** No theme: the elements as they are. Every theme leaves a page alone that says so. */
const none = 'none';

type GlobalTypes = NonNullable<Preview['globalTypes']>;
type ToolbarConfig = Exclude<NonNullable<GlobalTypes[string]['toolbar']>, boolean>;
type Item = Exclude<ToolbarConfig['items'][number], string>;

interface Tool extends Pick<ToolbarConfig, 'icon'> {
  readonly description: string;
  readonly title: string;
  readonly items: readonly Item[];
}

const asTheStory = (what: string): Item => ({ value: asWritten, title: `Story’s ${what}` });

const { answers, parts, uploads, live } = scenarioGroups;
const scenarioItems = [answers, parts, uploads, live].flatMap(group =>
  Object.entries(group).map(([value, { label }]) => ({ value, title: label, right: value })),
);

const tools = {
  scheme: {
    description: 'Colour scheme of the page',
    title: 'Scheme',
    icon: 'contrast',
    items: [
      { value: 'light', title: 'Light', icon: 'sun' },
      { value: 'dark', title: 'Dark', icon: 'moon' },
    ],
  },
  theme: {
    description: 'A stylesheet of batch-sync-elements/themes',
    title: 'Theme',
    icon: 'paintbrush',
    items: [
      { value: none, title: 'No theme' },
      // What is always light or always dark is the page's scheme with another name.
      ...themes.filter(({ colorScheme }) => !colorScheme).map(({ name, title }) => ({ value: name, title })),
    ],
  },
  density: {
    description: 'Height of rows and controls',
    title: 'Density',
    icon: 'menu',
    items: [
      asTheStory('density'),
      { value: 'comfortable', title: 'Comfortable' },
      { value: 'compact', title: 'Compact' },
    ],
  },
  language: {
    description: 'Words, numbers and dates',
    title: 'Language',
    icon: 'globe',
    items: [
      asTheStory('language'),
      { value: 'en-IN', title: 'English (India)', right: 'en-IN' },
      // What no native speaker has read yet is marked.
      ...locales.map(({ tag, name, draft }) => ({ value: tag, title: draft ? `${name} (draft)` : name, right: tag })),
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
    items: [asTheStory('network'), ...scenarioItems],
  },
  permission: {
    description: 'What the account may do with orders',
    title: 'Permission',
    icon: 'lock',
    items: [
      asTheStory('permission'),
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
      { value: 'full', title: 'Full width' },
      ...[320, 480, 720, 960].map(width => ({ value: String(width), title: `${width} px` })),
    ],
  },
  tool: {
    description: 'What stands beneath the story',
    title: 'Tool',
    icon: 'wrench',
    items: [
      { value: none, title: 'No tool' },
      ...Object.entries(toolbox).map(([value, { title }]) => ({ value, title })),
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
  scheme: 'light',
  theme: none,
  density: asWritten,
  language: asWritten,
  direction: 'ltr',
  scenario: asWritten,
  permission: asWritten,
  width: 'full',
  tool: none,
};

interface StoryContext {
  readonly globals: object;
  readonly viewMode?: string;
}

/** The page around a story, what a host would set on its elements, and a tool beneath it, as the toolbar says. */
export function host(story: () => unknown, { globals, viewMode }: StoryContext): TemplateResult {
  const toolbar = { ...initialGlobals, ...globals };
  const { width, scenario, permission, tool } = toolbar;
  dressPage(toolbar);
  situate({ scenario: isScenario(scenario) ? scenario : null, permission: permissionOf(permission) });
  // Another situation is another backend: whoever stood on the old one begins anew.
  return html`<div class="story-page">
    <div class="story-frame" data-width=${width === 'full' ? nothing : width}>
      ${keyed(`${scenario} ${permission}`, html`${story()}`)}
    </div>
    ${keyed(tool, viewMode === 'docs' || !isToolName(tool) ? nothing : toolPanel(tool))}
    ${afterRender(page => {
      const canvas = page.querySelector<HTMLElement>('.story-frame')!;
      dress(canvas, toolbar);
      runTool(canvas, page.querySelector<HTMLElement>(':scope > .tool-panel'));
    })}
  </div>`;
}

function toolPanel(tool: ToolName): TemplateResult {
  return html`<section class="tool-panel" tabindex="0" aria-label=${toolbox[tool].title} data-tool=${tool}></section>`;
}

/** The elements follow the colour scheme, the theme and the direction of the page, as they do in a host. */
export function dressPage({ scheme, theme, direction }: Pick<Toolbar, 'scheme' | 'theme' | 'direction'>): void {
  const { documentElement: page } = document;
  page.style.colorScheme = scheme;
  page.dataset['batchSyncTheme'] = theme;
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
