import { executeServerCommand } from '@web/test-runner-commands';
import { dress, dressPage } from '../../stories/support/toolbar.js';

/** How a page may look around a story. */
export interface Look {
  readonly theme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
}

const themes: readonly Look['theme'][] = ['light', 'dark'];
const directions: readonly Look['direction'][] = ['ltr', 'rtl'];

export const everyLook: readonly Look[] = directions.flatMap(direction => themes.map(theme => ({ theme, direction })));

/** How the stories of a run are judged; `npm run test:a11y` asks for more than `npm test`. */
export interface StoryRun {
  /** Whether every story is judged in every look, on a narrow page. */
  readonly everywhere: boolean;
}

export async function storyRun(): Promise<StoryRun> {
  return { everywhere: await executeServerCommand<boolean, undefined>('stories-everywhere') };
}

/** Gives the page and what is on it another look, where it stands. */
export function lookAs({ theme, direction }: Look, canvas: ParentNode): void {
  dressPage({ theme, direction });
  // Elements follow the page unless a language of their own says otherwise.
  dress(canvas, { density: 'story', language: direction === 'rtl' ? 'ar' : 'story' });
}
