import { executeServerCommand } from '@web/test-runner-commands';
import { dress, dressPage } from '../../stories/support/toolbar.js';
import type { Toolbar } from '../../stories/support/toolbar.js';

/** How a page may look around a story. */
export interface Look extends Pick<Toolbar, 'scheme' | 'theme' | 'direction'> {
  readonly name: string;
}

const colours = {
  light: { scheme: 'light', theme: 'none' },
  dark: { scheme: 'dark', theme: 'none' },
  'high contrast': { scheme: 'light', theme: 'high-contrast' },
};

export const everyLook: readonly Look[] = ['ltr', 'rtl'].flatMap(direction =>
  Object.entries(colours).map(([name, colour]) => ({ ...colour, direction, name: `${name}, ${direction}` })),
);

/** How the stories of a run are judged; `npm run test:a11y` asks for more than `npm test`. */
export interface StoryRun {
  /** Whether every story is judged in every look, on a narrow page. */
  readonly everywhere: boolean;
  /** Words that a story has in its title or name, and a look in its name; empty for all of them. */
  readonly named: string;
  readonly look: string;
}

export async function storyRun(): Promise<StoryRun> {
  return executeServerCommand<StoryRun, undefined>('story-run');
}

/** Gives the page and what is on it another look, where it stands. */
export async function lookAs(look: Look, canvas: ParentNode): Promise<void> {
  // Once they are loaded, the elements have these words in the same turn.
  if (look.direction === 'rtl') await import('../../src/words/locales/ar.js');
  dressPage(look);
  // Elements follow the page unless a language of their own says otherwise.
  dress(canvas, { density: 'story', language: look.direction === 'rtl' ? 'ar' : 'story' });
}
