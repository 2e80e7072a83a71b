/** Deeper than any configuration; what is deeper is taken for different, so that a circle ends. */
const maxDepth = 24;

/**
 * Whether two values say the same: plain data by value, functions always (they are read when called, never compared),
 * everything else, such as an adapter, a schema or a date, by identity.
 */
export function sameData(one: unknown, other: unknown, depth = 0): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one === 'function' && typeof other === 'function') return true;
  if (depth > maxDepth) return false;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => sameData(item, other[index], depth + 1));
  }
  if (!isPlain(one) || !isPlain(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(key => Object.hasOwn(other, key) && sameData(one[key], other[key], depth + 1))
  );
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Another realm's plain object has another Object.prototype, whose own prototype is null too.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * Whether a `config` differs in what is compared, for `hasChanged` of a property. An `adapter` counts by identity even
 * where it is a plain object of functions.
 */
export function configDiffers(
  one: { readonly adapter?: unknown } | null | undefined,
  other: { readonly adapter?: unknown } | null | undefined,
): boolean {
  return one?.adapter !== other?.adapter || !sameData(one, other);
}
