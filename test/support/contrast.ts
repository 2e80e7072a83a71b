/** Red, green, blue from 0 to 255, and alpha from 0 to 1. */
export type Paint = readonly [red: number, green: number, blue: number, alpha: number];

/** Something to be told from its ground, and how well it is. */
export interface Contrast {
  readonly what: string;
  readonly ratio: number;
  /** The least that WCAG asks for it. */
  readonly least: number;
}

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
const known = new Map<string, Paint>();

/** A computed colour in whatever notation: the browser paints it. */
export function paintOf(css: string): Paint {
  const last = known.get(css);
  if (last) return last;
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = css;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  const paint: Paint = [red, green, blue, alpha / 255];
  known.set(css, paint);
  return paint;
}

function over([red, green, blue, alpha]: Paint, [r, g, b]: Paint): Paint {
  const mix = (top: number, below: number) => top * alpha + below * (1 - alpha);
  return [mix(red, r), mix(green, g), mix(blue, b), 1];
}

function luminance([red, green, blue]: Paint): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue]
    .map(part => part / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratioOf(one: Paint, other: Paint): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** What an element stands in, as it is drawn: slots and shadow roots included. */
function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

function* ancestors(element: Element | null): Generator<Element> {
  for (let next = element; next; next = parentOf(next)) yield next;
}

/** The colour behind an element's content, every see-through layer of it laid over the next. */
function groundOf(element: Element | null): Paint {
  const layers: Paint[] = [];
  for (const next of ancestors(element)) {
    const layer = paintOf(getComputedStyle(next).backgroundColor);
    if (layer[3] > 0) layers.push(layer);
    if (layer[3] === 1) break;
  }
  return layers.reduceRight((below, layer) => over(layer, below), paintOf('Canvas'));
}

/** How see-through an element is with all it stands in. */
function opacityOf(element: Element): number {
  let opacity = 1;
  for (const next of ancestors(element)) opacity *= Number(getComputedStyle(next).opacity);
  return opacity;
}

function drawn(colour: string, element: Element, ground: Paint): Paint {
  const [red, green, blue, alpha] = paintOf(colour);
  return over([red, green, blue, alpha * opacityOf(element)], ground);
}

function nameOf(element: Element): string {
  const classes = element.getAttribute('class') ?? '';
  return `${element.localName}${classes && `.${classes.trim().replaceAll(/\s+/g, '.')}`}`;
}

/** What cannot be used, and what a screen reader alone reads, is not asked to stand out. */
function counts(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  if (width <= 1 || height <= 1) return false;
  for (const next of ancestors(element)) {
    if (next.matches('[aria-disabled="true"], :disabled, .visually-hidden, [inert], .skeleton')) return false;
  }
  return true;
}

function isLarge({ fontSize, fontWeight }: CSSStyleDeclaration): boolean {
  const size = parseFloat(fontSize);
  return size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
}

function* within(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* within(element.shadowRoot);
  }
}

const hasText = (element: Element): boolean =>
  [...element.childNodes].some(node => node instanceof Text && node.data.trim() !== '');

/** Whatever is written into, chosen from or switched. */
const fields = '.field, .select, .search, .cell-field, .switch-input';

/** The colours of what is drawn around an element, at its start and at its end. */
function edgesOf(style: CSSStyleDeclaration): readonly string[] {
  const edges = [
    [style.borderBlockStartWidth, style.borderBlockStartColor],
    [style.borderBlockEndWidth, style.borderBlockEndColor],
  ] as const;
  return edges.filter(([width]) => parseFloat(width) > 0).map(([, colour]) => colour);
}

/** Every text, icon, field and bar that is drawn in `root`, against what it is drawn on; each pair of elements once. */
export function contrastsIn(root: ParentNode): readonly Contrast[] {
  const found = new Map<string, Contrast>();
  const add = (what: string, one: Paint, other: Paint, least: number) => {
    const ratio = Math.round(ratioOf(one, other) * 100) / 100;
    const last = found.get(what);
    if (!last || ratio < last.ratio) found.set(what, { what, ratio, least });
  };
  for (const element of within(root)) {
    if (!counts(element)) continue;
    const style = getComputedStyle(element);
    const name = nameOf(element);
    const ground = groundOf(element);
    if (hasText(element)) add(`text of ${name}`, drawn(style.color, element, ground), ground, isLarge(style) ? 3 : 4.5);
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
      const placeholder = getComputedStyle(element, '::placeholder').color;
      if (element.placeholder) add(`hint in ${name}`, drawn(placeholder, element, ground), ground, 4.5);
    }
    if (element.matches('svg.icon')) {
      add(`icon in ${nameOf(parentOf(element)!)}`, drawn(style.stroke, element, ground), ground, 3);
    }
    if (element.matches(fields)) {
      const around = groundOf(parentOf(element));
      // A field on a ground of its own needs no edge; a line to write on is one.
      const edges = [ground, ...edgesOf(style).map(edge => drawn(edge, element, around))];
      const [best = ground] = edges.sort((one, other) => ratioOf(other, around) - ratioOf(one, around));
      add(`edge of ${name}`, best, around, 3);
    }
    if (element.matches('.progress-segment')) {
      const around = groundOf(parentOf(parentOf(element)!));
      add(`bar ${name}`, drawn(style.backgroundColor, element, around), around, 3);
    }
  }
  return [...found.values()];
}

/** Two colours as the browser resolves them on an element, the second over the page. */
export function contrastOf(element: Element): number {
  const { color } = getComputedStyle(element);
  const ground = groundOf(element);
  return ratioOf(drawn(color, element, ground), ground);
}
