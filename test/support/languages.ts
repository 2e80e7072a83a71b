import { en } from '../../src/words/index.js';
import type { Catalogue } from '../../src/words/index.js';

/** A catalogue that is here at once, for tests of direction: the words do not matter. */
export const arabic: Catalogue = { locale: 'ar', texts: en };
