/** What was written to the console while `run` ran; such messages do not fail the test file. */
export async function captureConsole(run: () => unknown): Promise<string[]> {
  const messages: string[] = [];
  const methods = ['warn', 'error'] as const;
  const originals = methods.map(method => console[method]);
  for (const method of methods)
    console[method] = (...parts: unknown[]) => void messages.push(parts.map(String).join(' '));
  try {
    await run();
  } finally {
    methods.forEach((method, at) => (console[method] = originals[at]));
  }
  return messages;
}
