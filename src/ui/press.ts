/** The second half of a double click: it was meant for what stood there at the first, not for what that brought. */
export function isRepeated({ detail }: MouseEvent): boolean {
  return detail > 1;
}

/** Whoever opens a new tab or window, or saves what a link leads to: that is left to the browser. */
export function isModified({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return button !== 0 || ctrlKey || metaKey || shiftKey || altKey;
}
