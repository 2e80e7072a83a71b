let made: readonly number[] = [0];

/** A list of so many zeros. Copied from one that was made before, which takes far less than to write each of them. */
export function zeros(length: number): number[] {
  while (made.length < length) made = made.concat(made);
  return made.slice(0, length);
}
