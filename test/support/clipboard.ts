/** A clipboard in a test's hand; `null`: the page has none. */
export async function withClipboard(
  clipboard: { writeText(text: string): Promise<void> } | null,
  act: () => Promise<void>,
): Promise<void> {
  Object.defineProperty(navigator, 'clipboard', { value: clipboard ?? undefined, configurable: true });
  try {
    await act();
  } finally {
    Reflect.deleteProperty(navigator, 'clipboard');
  }
}
