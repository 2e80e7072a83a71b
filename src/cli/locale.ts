import { createWords, type Words } from '../words/words.js';
import { UsageError } from './arguments.js';

/** Languages that there is a catalogue for. */
const languages = ['en'];

/** @throws {UsageError} where there are no words for the locale */
export function wordsFor(tag: string): Words {
  const language = languageOf(tag);
  if (language === null || !languages.includes(language)) {
    throw new UsageError(`--locale: there are no words for "${tag}", only for ${languages.join(', ')}`);
  }
  return createWords({ locale: tag });
}

function languageOf(tag: string): string | null {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    return null;
  }
}
