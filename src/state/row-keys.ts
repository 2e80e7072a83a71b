/**
 * Which row of the screen shows what. A row stays with its batch; rows of batches that are gone are taken over by those
 * that came, since to change a row costs a fraction of making one.
 */
export class RowKeys {
  #shown: readonly { readonly id: string }[] = [];
  #keys: ReadonlyMap<string, number> = new Map();
  #made = 0;

  /** A key for each id. `isHeld`: something hangs on the row, such as the focus; it goes with its batch. */
  of(shown: readonly { readonly id: string }[], isHeld: (id: string) => boolean): ReadonlyMap<string, number> {
    if (shown === this.#shown) return this.#keys;
    const before = this.#keys;
    const ids = new Set(shown.map(({ id }) => id));
    const free = [...before].filter(([id]) => !ids.has(id) && !isHeld(id)).map(([, key]) => key);
    const keys = new Map<string, number>();
    let taken = 0;
    for (const id of ids) keys.set(id, before.get(id) ?? free[taken++] ?? this.#made++);
    this.#shown = shown;
    this.#keys = keys;
    return keys;
  }
}
