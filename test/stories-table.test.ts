import { testStories } from './support/stories.js';
import type { StoriesModule } from './support/stories.js';

// A file of their own: they are many, and two files are run side by side.
testStories(import.meta.glob<StoriesModule>('../stories/table-*.stories.ts', { eager: true }));
