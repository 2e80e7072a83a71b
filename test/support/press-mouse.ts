import { executeServerCommand } from '@web/test-runner-commands';
import { isFirefox } from './engine.js';

/** Presses where something is now, as a mouse does. `count`: 2 for the second half of a double click. */
export async function pressMouse(x: number, y: number, count: number): Promise<void> {
  if (isFirefox && count > 1) pressAgain(x, y, count);
  else await executeServerCommand('press-mouse', { x, y, count });
}

/** Firefox lets nobody but a mouse count. */
function pressAgain(x: number, y: number, count: number): void {
  const target = innermost(document, x, y);
  const init = { bubbles: true, cancelable: true, composed: true, view: window, detail: count, clientX: x, clientY: y };
  for (const type of ['mousedown', 'mouseup', 'click']) target?.dispatchEvent(new MouseEvent(type, init));
}

function innermost(root: DocumentOrShadowRoot, x: number, y: number): Element | null {
  const hit = root.elementFromPoint(x, y);
  return hit?.shadowRoot && hit.shadowRoot !== root ? innermost(hit.shadowRoot, x, y) : hit;
}
