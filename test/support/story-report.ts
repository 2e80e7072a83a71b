import { executeServerCommand } from '@web/test-runner-commands';
import manifest from '../../custom-elements.json';

/** Names by tag that a story showed, and how it was judged. */
export interface StoryReport {
  /** Parts that a rule of the page reaches. */
  readonly parts: Names;
  readonly states: Names;
  readonly slots: Names;
  readonly events: Names;
  readonly looks: number;
  readonly isClean: boolean;
}

interface Shown extends Pick<StoryReport, 'parts' | 'states' | 'slots' | 'events'> {
  /** Parts that are drawn, and of which the manifest has no word. */
  readonly untold: Names;
}

/** `batch-sync-table heading`, … */
type Names = readonly string[];

interface Named {
  readonly name?: string;
  readonly description?: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly cssParts?: readonly Named[];
  readonly cssStates?: readonly Named[];
  readonly events?: readonly Named[];
}

const declared = manifest.modules
  .flatMap(({ declarations }) => declarations as readonly Declaration[])
  .filter(({ tagName }) => tagName !== undefined);
const eventNames = new Set(declared.flatMap(({ events = [] }) => events.map(({ name = '' }) => name)));
const partNames = new Set(
  declared.flatMap(({ tagName, cssParts = [] }) => cssParts.map(({ name }) => `${tagName} ${name}`)),
);

/** Marks each part of the manifest as a page can: by a rule of its own, which reaches no further than `::part()` does. */
const marks = declared.flatMap(({ tagName, cssParts = [] }) =>
  cssParts.map(
    ({ name }) => `@property --reached-${name} { syntax: '*'; inherits: false }
      ${tagName}::part(${name}) { --reached-${name}: yes }`,
  ),
);

function isReached(part: Element, name: string): boolean {
  return getComputedStyle(part).getPropertyValue(`--reached-${name}`) !== '';
}

/** Whether a part is named, or told with another as its state: `row-failed`, or `row-` and any word after it. */
function isTold({ cssParts = [] }: Declaration, part: string): boolean {
  return cssParts.some(({ name, description = '' }) => {
    const states = [...description.matchAll(/`([a-z][a-z-]*)`/g)].map(match => match[1]!);
    return name === part || states.some(state => state === part || (state.endsWith('-') && part.startsWith(state)));
  });
}

/** What of the manifest a story shows while `act` runs. */
export async function shownDuring(canvas: HTMLElement, act: () => Promise<void>): Promise<Shown> {
  const states = new Set<string>();
  const events = new Set<string>();
  const parts = new Set<string>();
  const slots = new Set<string>();
  const untold = new Set<string>();
  const page = new CSSStyleSheet();
  page.replaceSync(marks.join('\n'));
  document.adoptedStyleSheets.push(page);
  const note = ({ type, target }: Event) => void events.add(`${(target as Element).localName} ${type}`);
  for (const name of eventNames) canvas.addEventListener(name, note, true);

  const lookAt = (declaration: Declaration, element: Element) => {
    const { tagName = '', cssStates = [] } = declaration;
    for (const { name = '' } of cssStates) if (element.matches(`:state(${name})`)) states.add(`${tagName} ${name}`);
    for (const part of element.shadowRoot?.querySelectorAll('[part]') ?? []) {
      for (const name of part.part) {
        const full = `${tagName} ${name}`;
        if (!partNames.has(full)) {
          if (!untold.has(full) && !isTold(declaration, name)) untold.add(full);
        } else if (!parts.has(full) && isReached(part, name)) parts.add(full);
      }
    }
    for (const child of element.children) if (child.assignedSlot) slots.add(`${tagName} ${child.slot}`);
  };

  const look = () => {
    for (const declaration of declared) {
      for (const element of canvas.querySelectorAll(declaration.tagName ?? '')) lookAt(declaration, element);
    }
  };

  let frame = requestAnimationFrame(function watch() {
    look();
    frame = requestAnimationFrame(watch);
  });
  try {
    await act();
    look();
  } finally {
    cancelAnimationFrame(frame);
    for (const name of eventNames) canvas.removeEventListener(name, note, true);
    document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(page), 1);
  }
  return { parts: [...parts], states: [...states], slots: [...slots], events: [...events], untold: [...untold] };
}

/** Tells the runner what a story showed; it adds up all of them. */
export async function reportStory(report: StoryReport): Promise<void> {
  await executeServerCommand('story-report', report);
}
