import { startInspector } from './inspector.js';
import { startTranscript } from './transcript.js';

/** What may stand beneath a story, by the name that the toolbar knows it by. */
export const toolbox = {
  inspector: { title: 'Parts, states and tokens', start: startInspector },
  transcript: { title: 'What is announced', start: startTranscript },
} as const;

export type ToolName = keyof typeof toolbox;

export function isToolName(name: string): name is ToolName {
  return Object.hasOwn(toolbox, name);
}

/** How to end what runs on a canvas. */
const running = new WeakMap<HTMLElement, { readonly panel: HTMLElement; readonly end: () => void }>();

/** Runs the tool of a panel on a canvas, in place of another one; none where there is no panel. */
export function runTool(canvas: HTMLElement, panel: HTMLElement | null): void {
  const before = running.get(canvas);
  if (before?.panel === panel) return;
  before?.end();
  running.delete(canvas);
  const name = panel?.dataset['tool'] ?? '';
  if (panel && isToolName(name)) running.set(canvas, { panel, end: toolbox[name].start(canvas, panel) });
}
