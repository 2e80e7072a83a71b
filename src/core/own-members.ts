// Pages may have given members to `Object.prototype`, and so to every object: they are nobody's word.

/** What objects say of themselves, a later one over an earlier one, without a prototype. */
export function ownMembers<Members extends object>(...objects: readonly (Members | null | undefined)[]): Members {
  return Object.assign(Object.create(null) as Members, ...objects) as Members;
}

/** Which one of a union an object is, by a member that only some have. */
export function has<Item extends object, Member extends PropertyKey>(
  item: Item,
  member: Member,
): item is Extract<Item, Readonly<Record<Member, unknown>>> {
  return Object.hasOwn(item, member);
}

/**
 * Calls `make` as if no page had extended `Object.prototype`, for libraries that walk over objects of their own with
 * `for in`: what would be walked over too is hidden for that moment.
 */
export function undisturbed<Made>(make: () => Made): Made {
  const { prototype } = Object;
  const strays = Object.keys(prototype).filter(
    name => Object.getOwnPropertyDescriptor(prototype, name)?.configurable === true,
  );
  const show = (enumerable: boolean) => {
    for (const name of strays) Object.defineProperty(prototype, name, ownMembers({ enumerable }));
  };
  show(false);
  try {
    return make();
  } finally {
    show(true);
  }
}
