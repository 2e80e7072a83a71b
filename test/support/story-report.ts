import { executeServerCommand } from '@web/test-runner-commands';
import manifest from '../../custom-elements.json';

/** Names by tag that a story showed, and what it was judged in. */
export interface StoryReport {
  readonly parts: Names;
  readonly states: Names;
  readonly slots: Names;
  readonly events: Names;
  readonly looks: number;
}

/** `batch-sync-table heading`, … */
type Names = readonly string[];

interface Named {
  readonly name?: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly cssStates?: readonly Named[];
  readonly events?: readonly Named[];
}

const declared = manifest.modules
  .flatMap(({ declarations }) => declarations as readonly Declaration[])
  .filter(({ tagName }) => tagName !== undefined);
const eventNames = new Set(declared.flatMap(({ events = [] }) => events.map(({ name = '' }) => name)));

/** Watches what of the manifest a story shows, until asked for it. */
export function watchStory(canvas: HTMLElement): () => Omit<StoryReport, 'looks'> {
  const states = new Set<string>();
  const events = new Set<string>();
  const parts = new Set<string>();
  const slots = new Set<string>();
  const note = ({ type, target }: Event) => void events.add(`${(target as Element).localName} ${type}`);
  for (const name of eventNames) canvas.addEventListener(name, note, true);

  const look = () => {
    for (const { tagName = '', cssStates = [] } of declared) {
      for (const element of canvas.querySelectorAll(tagName)) {
        for (const { name = '' } of cssStates) if (element.matches(`:state(${name})`)) states.add(`${tagName} ${name}`);
        for (const part of element.shadowRoot?.querySelectorAll('[part]') ?? []) {
          for (const name of part.part) parts.add(`${tagName} ${name}`);
        }
        for (const child of element.children) if (child.assignedSlot) slots.add(`${tagName} ${child.slot}`);
      }
    }
  };

  let frame = requestAnimationFrame(function watch() {
    look();
    frame = requestAnimationFrame(watch);
  });
  return () => {
    cancelAnimationFrame(frame);
    for (const name of eventNames) canvas.removeEventListener(name, note, true);
    look();
    return { parts: [...parts], states: [...states], slots: [...slots], events: [...events] };
  };
}

/** Tells the runner what a story showed; it adds up all of them. */
export async function reportStory(report: StoryReport): Promise<void> {
  await executeServerCommand('story-report', report);
}
