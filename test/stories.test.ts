import { testStories } from './support/stories.js';
import type { StoriesModule } from './support/stories.js';

testStories(
  import.meta.glob<StoriesModule>(
    [
      '../stories/**/*.stories.ts',
      '!../stories/upload-*.stories.ts',
      '!../stories/detail*.stories.ts',
      '!../stories/table-*.stories.ts',
    ],
    { eager: true },
  ),
);
