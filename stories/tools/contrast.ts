/** Of two tokens, one on top of the other, and the least contrast that they may have. */
export interface Pair {
  readonly on: string;
  readonly ground: string;
  readonly what: string;
  readonly least: number;
}

const text = 4.5;
const shape = 3;
const statuses = ['accepted', 'failed', 'queued', 'partial', 'pending', 'neutral'];
const grounds = ['surface', 'surface-sunken', 'surface-hover', 'surface-selected'];

const named = (name: string): string => `--batch-sync-${name}`;

/** What is seen on what, wherever words and shapes are told apart by colour. */
export const pairs: readonly Pair[] = [
  ...grounds.flatMap(ground => [
    { on: named('text'), ground: named(ground), what: 'Text', least: text },
    { on: named('text-muted'), ground: named(ground), what: 'Secondary text', least: text },
  ]),
  { on: named('accent'), ground: named('surface'), what: 'Links', least: text },
  { on: named('on-accent'), ground: named('accent'), what: 'Primary button', least: text },
  { on: named('on-accent'), ground: named('accent-hover'), what: 'Primary button beneath the pointer', least: text },
  ...statuses.map(status => ({
    on: named(status),
    ground: named(`${status}-soft`),
    what: `Badge: ${status}`,
    least: text,
  })),
  { on: named('border-strong'), ground: named('surface'), what: 'Outlines of fields', least: shape },
  { on: named('focus'), ground: named('surface'), what: 'Ring of the focus', least: shape },
  { on: named('accepted-fill'), ground: named('surface'), what: 'Progress, accepted', least: shape },
  { on: named('failed-fill'), ground: named('surface'), what: 'Progress, rejected', least: shape },
];

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** The contrast of two colours of CSS as WCAG reckons it; what shines through is laid over the ground. */
export function contrastOf(on: string, ground: string): number {
  const below = over(pixelOf(ground), [255, 255, 255, 1]);
  const [lighter, darker] = [luminance(over(pixelOf(on), below)), luminance(below)].sort((one, other) => other - one);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** Any colour that CSS knows, as the browser paints it. */
function pixelOf(css: string): Colour {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

function over([red, green, blue, alpha]: Colour, below: Colour): Colour {
  const mixed = [red, green, blue].map((value, at) => value * alpha + (below[at] ?? 0) * (1 - alpha));
  return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0, 1];
}

function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map(value => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
