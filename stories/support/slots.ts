import { html } from 'lit';
import { until } from './play.js';

/** A piece of the host's own in each of the slots. */
export function inSlots(slots: readonly string[]) {
  return slots.map(slot => html`<p slot=${slot}>Of the host: <code>${slot}</code></p>`);
}

/** Waits until the page shows what the host has in these slots. */
export async function slotted(canvas: HTMLElement, slots: readonly string[]): Promise<void> {
  for (const slot of slots) {
    const piece = canvas.querySelector<HTMLElement>(`[slot="${slot}"]`)!;
    await until(() => piece.checkVisibility(), `The slot ${slot} does not show what the host has in it`);
  }
}
