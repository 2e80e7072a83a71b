/** Written for a machine, or by somebody else: isolated, an instant, a code. */
const data = 'bdi, time, code, .id, style';
/** What has no box of its own on the screen. */
const unseen = '.visually-hidden, svg, option, [hidden]';
const spoken = ['aria-label', 'placeholder', 'title', 'alt', 'aria-valuetext', 'aria-description'];

function elementsIn(root: ShadowRoot): HTMLElement[] {
  const top = [...root.querySelectorAll<HTMLElement>('dialog[open]')].at(-1);
  return [...(top ?? root).querySelectorAll<HTMLElement>('*')].filter(element => element.checkVisibility());
}

function textsOf(element: Element): Text[] {
  return [...element.childNodes].filter((node): node is Text => node instanceof Text && node.data.trim() !== '');
}

/** What is left when words of the catalogue, each in its brackets, are taken away, the innermost first. */
function withoutWords(text: string): string {
  const less = text.replace(/⟦[^⟦⟧]*⟧/g, '');
  return less === text ? less : withoutWords(less);
}

/**
 * English letters that are not in a word of the pseudo-locale: in what is seen, and in what is spoken of it. `known` is
 * data that stands in the open, and what `Intl` writes.
 */
export function strayWords(root: ShadowRoot, known: RegExp): string[] {
  const stray = elementsIn(root).flatMap(element => {
    const texts = element.closest(data) ? [] : textsOf(element).map(text => text.data);
    const names = spoken.filter(name => element.hasAttribute(name) && !element.closest(data));
    return [...texts, ...names.map(name => element.getAttribute(name)!)];
  });
  return [...new Set(stray)].filter(text => /[a-z]{2}/i.test(withoutWords(text).replaceAll(known, '')));
}

function nameOf(element: Element): string {
  const classes = [...element.classList].map(name => `.${name}`).join('');
  return `${element.localName}${classes} “${(element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40)}”`;
}

/** What hides what is wider than it, without dots at its end, and what is out of the frame where nothing can be scrolled. */
export function clipped(root: ShadowRoot): string[] {
  const elements = elementsIn(root);
  const frame = (elements[0]?.closest('dialog') ?? root.host).getBoundingClientRect();
  return elements
    .filter(element => {
      if (element.closest(unseen) || isTucked(element) || isScrolled(element, root)) return false;
      const { overflowX, textOverflow } = getComputedStyle(element);
      const { left, right } = element.getBoundingClientRect();
      const hides = /hidden|clip/.test(overflowX) && textOverflow !== 'ellipsis';
      return (
        left < frame.left - 1 || right > frame.right + 1 || (hides && element.scrollWidth > element.clientWidth + 1)
      );
    })
    .map(nameOf);
}

/** Only for screen readers, by whatever class. */
function isTucked(element: Element | null): boolean {
  return element !== null && (getComputedStyle(element).clipPath !== 'none' || isTucked(element.parentElement));
}

function isScrolled(element: Element | null, root: ShadowRoot): boolean {
  if (element === null || element.parentNode === root) return false;
  return /auto|scroll/.test(getComputedStyle(element).overflowX) || isScrolled(element.parentElement, root);
}

/** Texts that lie on each other. */
export function overlapping(root: ShadowRoot): string[] {
  const pieces = elementsIn(root)
    .filter(element => !element.closest(unseen) && !isTucked(element))
    .flatMap(element =>
      textsOf(element).map(text => ({ element, boxes: boxesOf(text).map(box => shownOf(box, element)) })),
    );
  return pieces.flatMap(({ element, boxes }, index) =>
    pieces
      .slice(index + 1)
      .filter(other => boxes.some(box => other.boxes.some(another => areOverlapping(box, another))))
      .map(other => `${nameOf(element)} and ${nameOf(other.element)}`),
  );
}

function boxesOf(text: Text): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()];
}

type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** What is left of a box within all that cuts off what is outside of it; nothing where `right` is before `left`. */
function shownOf(box: Box, element: Element | null): Box {
  if (element === null) return box;
  if (getComputedStyle(element).overflow === 'visible') return shownOf(box, element.parentElement);
  const frame = element.getBoundingClientRect();
  const left = Math.max(box.left, frame.left);
  const top = Math.max(box.top, frame.top);
  const right = Math.min(box.right, frame.right);
  const bottom = Math.min(box.bottom, frame.bottom);
  return shownOf({ left, top, right, bottom }, element.parentElement);
}

/** Lines of text touch each other; more than a quarter of a line is no touch. */
function areOverlapping(one: Box, other: Box): boolean {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return width > 2 && height > Math.min(one.bottom - one.top, other.bottom - other.top) / 4;
}

/** Where names, ids and codes stand among other words without being isolated from them. */
export function unisolated(root: ShadowRoot, names: RegExp): string[] {
  return elementsIn(root)
    .filter(element => !element.closest('bdi, time, style, option'))
    .flatMap(element => textsOf(element).map(text => text.data.trim()))
    .filter(text => names.test(text.replace(/\u2068[^\u2069]*\u2069/g, '')));
}
