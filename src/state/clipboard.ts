/** Copies a text. Answers `false` where the page may not: on plain http, or when the person or a policy says no. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Undefined outside of a secure context, whatever the types say.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (clipboard === undefined) return false;
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Selects an element's text, to be copied by hand. */
export function selectText(element: Element): void {
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.selectAllChildren(element);
}
