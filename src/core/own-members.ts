/**
 * What objects say of themselves, a later one over an earlier one. Without a prototype: what a page gave to every object
 * is nobody's word.
 */
export function ownMembers<Members extends object>(...objects: readonly (Members | null | undefined)[]): Members {
  return Object.assign(Object.create(null) as Members, ...objects) as Members;
}
