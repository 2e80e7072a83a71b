import { expect } from '@open-wc/testing';

interface Axe {
  run(
    of: Element,
    options: {
      readonly runOnly: readonly string[];
      readonly rules: Readonly<Record<string, { enabled: boolean }>>;
      readonly elementRef: boolean;
    },
  ): Promise<{
    readonly violations: readonly {
      readonly nodes: readonly { readonly target: readonly unknown[]; readonly element: Element }[];
    }[];
  }>;
}

/** Nothing of a page of 320 pixels is scrolled sideways (WCAG 1.4.10). */
export function expectReflow(): void {
  const { scrollWidth, clientWidth } = document.documentElement;
  expect(scrollWidth, 'width of the page').to.be.at.most(clientWidth);
}

/** What is pressed is large enough (WCAG 2.5.8). A row far from the window has the size of a guess until it comes near. */
export async function expectPressable(canvas: Element): Promise<void> {
  // Of WCAG 2.2, which axe leaves out unless it is asked. The assertion has loaded axe before.
  const { axe } = globalThis as unknown as { axe: Axe };
  const rule = 'target-size';
  const rules = { [rule]: { enabled: true } };
  const { violations } = await axe.run(canvas, { runOnly: [rule], rules, elementRef: true });
  const small = violations
    .flatMap(({ nodes }) => nodes)
    .filter(({ element }) => element.checkVisibility({ contentVisibilityAuto: true }))
    .map(({ target }) => target.flat().join(' '));
  if (small.length > 0) expect.fail(`too small to press: ${small.join('\n')}`);
}
