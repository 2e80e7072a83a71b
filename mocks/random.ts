/**
 * A number from 0 up to 1 that depends on nothing but its arguments: any task's fate can be told at any time, in any
 * order, without a state that would have to be kept.
 */
export function chance(seed: number, index: number, purpose = 0): number {
  let bits = Math.imul(seed ^ Math.imul(index + 1, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(purpose + 1, 0xc2b2ae35);
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32;
}

/** A seed made of another and a number. */
export function seedOf(seed: number, index: number): number {
  return Math.floor(chance(seed, index, 99) * 2 ** 32);
}

export function pick<Item>(items: readonly [Item, ...Item[]], share: number): Item {
  return items[Math.floor(share * items.length)] ?? items[0];
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Crockford's base 32, which sorts as the number does. */
export function base32(value: number, length: number): string {
  let text = '';
  for (let rest = Math.floor(value); text.length < length; rest = Math.floor(rest / 32)) {
    text = alphabet.charAt(rest % 32) + text;
  }
  return text;
}
