/** What a person pastes, on its way to whatever has the focus. */
export function pasteOf(data: DataTransfer): ClipboardEvent {
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
  // Firefox takes no data of a script's.
  Object.defineProperty(event, 'clipboardData', { value: data });
  return event;
}
