/** Looks for an element, in shadow roots too, until it is there. */
export async function found(root: ParentNode, selector: string): Promise<HTMLElement> {
  return until(() => deepQuery(root, selector), `${selector} did not appear`);
}

/** Longer than anything takes, three repeated requests on a busy machine included. */
const patience = 30_000;

/** Waits until `look` answers with something. Rejects when that is out of the question. */
export async function until<Result>(look: () => Result | null | undefined | false, complaint: string): Promise<Result> {
  const end = performance.now() + patience;
  for (;;) {
    const result = look();
    if (result !== null && result !== undefined && result !== false) return result;
    if (performance.now() > end) throw new Error(complaint);
    await new Promise(requestAnimationFrame);
  }
}

export function deepQuery(root: ParentNode, selector: string): HTMLElement | null {
  const direct = root.querySelector<HTMLElement>(selector);
  if (direct) return direct;
  for (const element of root.querySelectorAll('*')) {
    const inner = element.shadowRoot && deepQuery(element.shadowRoot, selector);
    if (inner) return inner;
  }
  return null;
}

/** Every element that fits, in shadow roots too. */
export function deepQueryAll(root: ParentNode, selector: string): readonly HTMLElement[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? deepQueryAll(shadowRoot, selector) : [],
  );
  return [...root.querySelectorAll<HTMLElement>(selector), ...inner];
}

/** Whether all of an element's text, shadow roots included, holds `words`. */
export function says(root: ParentNode, words: string): boolean {
  const texts = [...root.querySelectorAll('*')].map(element => (element.shadowRoot ? textOf(element.shadowRoot) : ''));
  return [root.textContent ?? '', ...texts].some(text => text.replace(/\s+/g, ' ').includes(words));
}

function textOf(root: ShadowRoot): string {
  return [...root.children].map(child => (child instanceof HTMLStyleElement ? '' : child.textContent)).join(' ');
}
