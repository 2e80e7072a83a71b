/** Pixels above and below the window that count as seen: a scroll meets there what is up to date. */
const margin = 60;

/**
 * Places of the first and last of elements, one beneath the other, that can be seen; all where they have no boxes.
 * Asks about few of them. Where nothing has moved since they were last drawn, that lays nothing out.
 */
export function placesOnScreen(elements: ArrayLike<Element>): readonly [number, number] {
  const bottom = window.innerHeight + margin;
  return [
    firstPlace(elements, element => element.getBoundingClientRect().bottom >= -margin),
    firstPlace(elements, element => element.getBoundingClientRect().top > bottom) - 1,
  ];
}

/** Where elements begin that are so; their number where none is. */
function firstPlace(elements: ArrayLike<Element>, isSo: (element: Element) => boolean): number {
  let [from, to] = [0, elements.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const element = elements[middle];
    if (element && isSo(element)) to = middle;
    else from = middle + 1;
  }
  return from;
}
