import { decide } from './en/decide.js';
import { issues } from './en/issues.js';

/** What a checker reads, warnings that were accepted included, in English. */
export const decideEnglish = { ...decide, ...issues };
