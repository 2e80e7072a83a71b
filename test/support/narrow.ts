import { expect } from '@open-wc/testing';
import { deepQueryAll } from '../../stories/support/play.js';

interface Axe {
  run(
    of: Element,
    options: { readonly runOnly: readonly string[]; readonly rules: Readonly<Record<string, { enabled: boolean }>> },
  ): Promise<{
    readonly violations: readonly { readonly nodes: readonly { readonly target: readonly unknown[] }[] }[];
  }>;
}

/** Nothing of a page of 320 pixels is scrolled sideways (WCAG 1.4.10). */
export function expectReflow(): void {
  const { scrollWidth, clientWidth } = document.documentElement;
  expect(scrollWidth, 'width of the page').to.be.at.most(clientWidth);
}

/** What is pressed is large enough (WCAG 2.5.8). */
export async function expectPressable(canvas: Element): Promise<void> {
  // Of WCAG 2.2, which axe leaves out unless it is asked. The assertion has loaded axe before.
  const { axe } = globalThis as unknown as { axe: Axe };
  const rule = 'target-size';
  const undo = drawAll(canvas);
  const { violations } = await axe.run(canvas, { runOnly: [rule], rules: { [rule]: { enabled: true } } });
  undo();
  const small = violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.flat().join(' ')));
  if (small.length > 0) expect.fail(`too small to press: ${small.join('\n')}`);
}

/** A row far from the window has the size of a guess, and what is in it its own. The answer takes it back. */
export function drawAll(canvas: Element): () => void {
  const far = deepQueryAll(canvas, '*').filter(element => getComputedStyle(element).contentVisibility === 'auto');
  for (const { style } of far) style.contentVisibility = 'visible';
  return () => {
    for (const { style } of far) style.contentVisibility = '';
  };
}
