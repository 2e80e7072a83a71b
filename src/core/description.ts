/** UTF-16 code units, blanks around it aside: what a checker reads before a batch is approved. */
export const longestDescription = 500;

/** How much of a description counts. */
export function descriptionLength(description: string): number {
  return description.trim().length;
}

export function isDescription(description: string): boolean {
  const length = descriptionLength(description);
  return length > 0 && length <= longestDescription;
}
