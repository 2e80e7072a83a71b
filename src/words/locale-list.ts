/** A language that the package has words for. */
export interface LocaleInfo {
  /** BCP 47. */
  readonly tag: string;
  /** What its speakers call it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whether no native speaker has read it yet. */
  readonly draft: boolean;
}

/** The languages that the package has words for. */
export const locales: readonly LocaleInfo[] = [
  { tag: 'en', name: 'English', direction: 'ltr', draft: false },
  { tag: 'ar', name: 'العربية', direction: 'rtl', draft: true },
  { tag: 'de', name: 'Deutsch', direction: 'ltr', draft: true },
  { tag: 'es', name: 'Español', direction: 'ltr', draft: true },
  { tag: 'fr', name: 'Français', direction: 'ltr', draft: true },
  { tag: 'hi', name: 'हिन्दी', direction: 'ltr', draft: true },
  { tag: 'id', name: 'Bahasa Indonesia', direction: 'ltr', draft: true },
  { tag: 'ja', name: '日本語', direction: 'ltr', draft: true },
  { tag: 'pt-BR', name: 'Português (Brasil)', direction: 'ltr', draft: true },
  { tag: 'th', name: 'ไทย', direction: 'ltr', draft: true },
  { tag: 'vi', name: 'Tiếng Việt', direction: 'ltr', draft: true },
  { tag: 'zh-Hans', name: '简体中文', direction: 'ltr', draft: true },
];
