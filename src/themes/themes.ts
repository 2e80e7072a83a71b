import type { Schemed, Token } from './token.js';
import { tokens } from './tokens.js';
import type { TokenName } from './tokens.js';

/** A value in both schemes, or one for each. */
export type ThemeValue = string | Schemed;

/** A look: which of the values of each token are meant, and where it has its own. */
export interface Theme {
  /** The file's name and what `data-batch-sync-theme` says. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Against the page. */
  readonly colorScheme?: 'light' | 'dark';
  /** The values for more contrast. */
  readonly contrast?: boolean;
  /** The values for compact rows and controls. */
  readonly compact?: boolean;
  /** It takes what it finds on the page: nothing of it can be told elsewhere. */
  readonly ofPage?: boolean;
  readonly values: Readonly<Partial<Record<TokenName, ThemeValue>>>;
}

const harbour: Theme = {
  name: 'harbour',
  title: 'Harbour',
  description: 'An invented brand on paper: a serif face, a green sea, square cards with round buttons, room to read.',
  values: {
    '--batch-sync-font': "'Charter', 'Bitstream Charter', 'Sitka Text', Cambria, serif",
    '--batch-sync-font-weight-medium': '600',
    '--batch-sync-font-weight-strong': '700',
    '--batch-sync-line-height': '1.5',
    '--batch-sync-surface': ['#fffdf8', '#1d211d'],
    '--batch-sync-surface-raised': ['#fffdf8', '#242924'],
    '--batch-sync-surface-sunken': ['#f4efe3', '#151815'],
    '--batch-sync-surface-hover': ['#faf5ea', '#272c27'],
    '--batch-sync-surface-selected': ['#e3f1ee', '#12332f'],
    '--batch-sync-text': ['#23211c', '#ece8df'],
    '--batch-sync-text-muted': ['#645c4d', '#aaa394'],
    '--batch-sync-border': ['#e4dccb', '#333a33'],
    '--batch-sync-border-strong': ['#8f8672', '#7d7868'],
    '--batch-sync-accent': ['#00695f', '#5fd6c6'],
    '--batch-sync-accent-hover': ['#004f48', '#8ae6da'],
    '--batch-sync-on-accent': ['#ffffff', '#04211d'],
    '--batch-sync-focus': ['#00695f', '#5fd6c6'],
    '--batch-sync-tooltip': ['#23211c', '#ece8df'],
    '--batch-sync-on-tooltip': ['#fffdf8', '#151815'],
    '--batch-sync-accepted-fill': ['#00796b', '#3fb8a8'],
    '--batch-sync-radius-control': '999px',
    '--batch-sync-radius-surface': '2px',
    '--batch-sync-radius-dialog': '4px',
    '--batch-sync-gap-large': '20px',
    '--batch-sync-padding': '18px',
    '--batch-sync-row-padding': '12px',
    '--batch-sync-row-size': '62px',
    '--batch-sync-control-size': '36px',
  },
};

const kiln: Theme = {
  name: 'kiln',
  title: 'Kiln',
  description: 'An invented brand in ink and ember: hard corners, thick lines, heavy words, no shadow and no motion.',
  values: {
    '--batch-sync-font': "'Helvetica Neue', Arimo, Arial, 'Liberation Sans', sans-serif",
    '--batch-sync-font-weight-medium': '700',
    '--batch-sync-font-weight-strong': '800',
    '--batch-sync-surface': ['#ffffff', '#171311'],
    '--batch-sync-surface-raised': ['#ffffff', '#211b18'],
    '--batch-sync-surface-sunken': ['#f6f1ee', '#0f0c0b'],
    '--batch-sync-surface-hover': ['#fbf6f3', '#251e1b'],
    '--batch-sync-surface-selected': ['#fdeadf', '#3a1f12'],
    '--batch-sync-text': ['#1a1412', '#f5ede8'],
    '--batch-sync-text-muted': ['#655650', '#b8a69d'],
    '--batch-sync-border': ['#d9cdc7', '#43372f'],
    '--batch-sync-border-strong': ['#1a1412', '#a8968c'],
    '--batch-sync-accent': ['#b03a06', '#ff9a66'],
    '--batch-sync-accent-hover': ['#8a2c03', '#ffb892'],
    '--batch-sync-on-accent': ['#ffffff', '#200c02'],
    '--batch-sync-focus': ['#1a1412', '#ffd2b8'],
    '--batch-sync-tooltip': ['#1a1412', '#f5ede8'],
    '--batch-sync-on-tooltip': ['#ffffff', '#171311'],
    '--batch-sync-radius-control': '0px',
    '--batch-sync-radius-surface': '0px',
    '--batch-sync-radius-dialog': '0px',
    '--batch-sync-radius-badge': '0px',
    '--batch-sync-border-width': '2px',
    '--batch-sync-focus-width': '3px',
    '--batch-sync-shadow-dialog': '0 0 0 0 #00000000',
    '--batch-sync-shadow-popover': '0 0 0 0 #00000000',
    '--batch-sync-motion': '0s',
  },
};

/** A share of the page's own text colour, in whatever scheme and on whatever ground. */
const ink = (percent: number): string => `color-mix(in srgb, currentcolor ${percent}%, transparent)`;

const naked: Theme = {
  name: 'naked',
  title: 'Naked',
  description:
    "Wears what the page wears: its text, its face, its ground, its links' colour and the system's surfaces.",
  ofPage: true,
  values: {
    '--batch-sync-font-size': '1em',
    '--batch-sync-surface': 'transparent',
    '--batch-sync-surface-raised': 'Canvas',
    // Headings stay in sight while rows pass beneath them.
    '--batch-sync-surface-sunken': 'color-mix(in srgb, currentcolor 5%, Canvas)',
    '--batch-sync-surface-hover': ink(4),
    '--batch-sync-surface-selected': ink(9),
    '--batch-sync-text': 'currentcolor',
    '--batch-sync-text-muted': ink(75),
    '--batch-sync-border': ink(18),
    '--batch-sync-border-strong': ink(62),
    '--batch-sync-accent': 'LinkText',
    '--batch-sync-accent-hover': 'LinkText',
    '--batch-sync-on-accent': 'Canvas',
    '--batch-sync-focus': 'currentcolor',
    '--batch-sync-tooltip': 'CanvasText',
    '--batch-sync-on-tooltip': 'Canvas',
    '--batch-sync-neutral': 'currentcolor',
    '--batch-sync-neutral-soft': ink(8),
    '--batch-sync-radius-control': '3px',
    '--batch-sync-radius-surface': '0px',
    '--batch-sync-radius-dialog': '3px',
    '--batch-sync-radius-badge': '3px',
  },
};

/** The looks that are published; the elements without any of them follow the page's `color-scheme`. */
export const themes: readonly Theme[] = [
  {
    name: 'light',
    title: 'Light',
    description: 'The elements as they are, on a light page that does not say that it is light.',
    colorScheme: 'light',
    values: {},
  },
  {
    name: 'dark',
    title: 'Dark',
    description: 'The elements as they are, on a dark page that does not say that it is dark.',
    colorScheme: 'dark',
    values: {},
  },
  {
    name: 'high-contrast',
    title: 'High contrast',
    description:
      'Text at 7 : 1 and more, lines that stand out, a thicker ring: what “more contrast” brings, asked or not.',
    contrast: true,
    values: {},
  },
  {
    name: 'compact',
    title: 'Compact operations',
    description: 'As many rows on a screen as can be read.',
    compact: true,
    values: {
      '--batch-sync-font-size': 'clamp(12px, 0.8125em, 16px)',
      '--batch-sync-font-size-small': '0.9em',
      '--batch-sync-line-height': '1.35',
      '--batch-sync-row-size': '40px',
      '--batch-sync-row-padding': '3px',
      '--batch-sync-control-size': '28px',
      '--batch-sync-gap-small': '6px',
      '--batch-sync-gap': '8px',
      '--batch-sync-gap-large': '12px',
      '--batch-sync-radius-control': '4px',
      '--batch-sync-radius-surface': '4px',
      '--batch-sync-radius-dialog': '6px',
      '--batch-sync-motion': '80ms',
    },
  },
  harbour,
  kiln,
  naked,
];

/** What a theme says of a token: nothing where the elements' own value holds. */
export function themeValue(theme: Theme, token: Token & { readonly name: TokenName }): ThemeValue | undefined {
  if (token.name === '--batch-sync-color-scheme') return theme.colorScheme;
  return (
    theme.values[token.name] ??
    (theme.contrast ? token.contrast : undefined) ??
    (theme.compact ? token.compact : undefined)
  );
}

/** The tokens that a theme is about; where headings stop is the page's own matter. */
export const themedTokens: readonly (Token & { readonly name: TokenName })[] = tokens.filter(
  ({ group }) => group !== 'layout',
);
