/**
 * Takes down what the page's script begins and does not end: timers, listeners on window and document, Blob URLs. Only
 * what our own sources began is counted; the test runner and the tests have timers of their own.
 */
export class Residue {
  readonly #left = new Map<unknown, string>();
  readonly #undo: (() => void)[] = [];

  constructor() {
    this.#timers('setTimeout', 'clearTimeout');
    this.#timers('setInterval', 'clearInterval');
    this.#frames();
    this.#blobUrls();
    this.#listeners(window, 'window');
    this.#listeners(document, 'document');
  }

  /** What is still there, each with where it began. */
  get left(): readonly string[] {
    return [...this.#left.values()];
  }

  release(): void {
    for (const undo of this.#undo.splice(0)) undo();
  }

  #timers(set: 'setTimeout' | 'setInterval', clear: 'clearTimeout' | 'clearInterval'): void {
    const original = window[set] as typeof setTimeout;
    const replaced = (call: (...parts: unknown[]) => void, delay?: number, ...parts: unknown[]) => {
      const done = (...given: unknown[]) => {
        if (set === 'setTimeout') this.#left.delete(`${set} ${String(id)}`);
        call(...given);
      };
      const id: unknown = original(done, delay, ...parts);
      this.#begin(`${set} ${String(id)}`, `${set}(${delay ?? 0})`);
      return id;
    };
    this.#replace(window, set, replaced);
    const ending = window[clear];
    this.#replace(window, clear, (id: number | undefined) => {
      this.#left.delete(`${set} ${String(id)}`);
      ending(id);
    });
  }

  #frames(): void {
    const { requestAnimationFrame: request, cancelAnimationFrame: cancel } = window;
    this.#replace(window, 'requestAnimationFrame', (call: FrameRequestCallback) => {
      const id = request(time => {
        this.#left.delete(`frame ${id}`);
        call(time);
      });
      this.#begin(`frame ${id}`, 'requestAnimationFrame');
      return id;
    });
    this.#replace(window, 'cancelAnimationFrame', (id: number) => {
      this.#left.delete(`frame ${id}`);
      cancel(id);
    });
  }

  #blobUrls(): void {
    const { createObjectURL: create, revokeObjectURL: revoke } = URL;
    this.#replace(URL, 'createObjectURL', (blob: Blob) => {
      const url = create(blob);
      this.#begin(url, 'a Blob URL');
      return url;
    });
    this.#replace(URL, 'revokeObjectURL', (url: string) => {
      this.#left.delete(url);
      revoke(url);
    });
  }

  #listeners(target: EventTarget, name: string): void {
    const { addEventListener: add, removeEventListener: remove } = target;
    const keys = new WeakMap<object, Map<string, object>>();
    const keyOf = (type: string, listener: object): object => {
      const types = keys.get(listener) ?? new Map<string, object>();
      keys.set(listener, types);
      const key = types.get(type) ?? {};
      types.set(type, key);
      return key;
    };
    this.#replace(target, 'addEventListener', (...given: Parameters<typeof add>) => {
      const [type, listener] = given;
      if (listener) this.#begin(keyOf(type, listener), `a listener of ${name} for ${type}`);
      add.apply(target, given);
    });
    this.#replace(target, 'removeEventListener', (...given: Parameters<typeof remove>) => {
      const [type, listener] = given;
      if (listener) this.#left.delete(keyOf(type, listener));
      remove.apply(target, given);
    });
  }

  #begin(key: unknown, what: string): void {
    const origin = (new Error().stack ?? '').split('\n').find(line => line.includes(`${location.origin}/src/`));
    if (origin) this.#left.set(key, `${what}, ${origin.trim()}`);
  }

  #replace<Target extends object>(target: Target, name: keyof Target & string, by: unknown): void {
    const own = Object.hasOwn(target, name);
    const original = target[name];
    Object.defineProperty(target, name, { value: by, configurable: true, writable: true });
    this.#undo.push(() => {
      if (own) target[name] = original;
      else delete (target as Record<string, unknown>)[name];
    });
  }
}
