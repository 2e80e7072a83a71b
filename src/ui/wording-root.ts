/** How the root of what is drawn says which language its words are in. */
export interface WordingRoot {
  readonly language: string;
  /** `null`: as the page has it. */
  readonly direction: 'ltr' | 'rtl' | null;
  /** The words of the language are on the way, and none were shown yet. */
  readonly isAwaited: boolean;
}
