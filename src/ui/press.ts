/** The second half of a double click: it was meant for what stood there at the first, not for what that brought. */
export function isRepeated({ detail }: MouseEvent): boolean {
  return detail > 1;
}
