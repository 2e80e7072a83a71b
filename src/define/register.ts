import { version } from './version.js';

/** What another copy of the library finds on our classes. */
const versionKey = Symbol.for('batch-sync/version');
const warnedKey = Symbol.for('batch-sync/warned');

interface Marked {
  readonly [versionKey]?: unknown;
  readonly [warnedKey]?: unknown;
}

/**
 * Registers a class under a tag, once. A class that the registry already knows by another tag is registered as a
 * subclass of its own. A tag that another version of the library owns is left to it, with one warning.
 */
export function register(tag: string, elementClass: CustomElementConstructor, registry: CustomElementRegistry): void {
  const owner = registry.get(tag);
  if (owner === undefined) return define(tag, elementClass, registry);
  const other = (owner as Marked)[versionKey];
  const mine = owner === elementClass || owner.prototype instanceof elementClass;
  if (mine || other === version || (elementClass as Marked)[warnedKey] !== undefined) return;
  mark(elementClass, warnedKey);
  const found = typeof other === 'string' ? `version ${other} of batch-sync-elements` : 'another class';
  // oxlint-disable-next-line no-console -- two versions on one page is the host's to settle, and nothing else would tell.
  console.warn(`<${tag}> already belongs to ${found}; version ${version} does not replace it.`);
}

function define(tag: string, elementClass: CustomElementConstructor, registry: CustomElementRegistry): void {
  mark(elementClass, versionKey);
  try {
    registry.define(tag, elementClass);
  } catch {
    // Most likely the class is taken; any other fault, such as a bad tag, is thrown again.
    registry.define(tag, class extends elementClass {});
  }
}

function mark(elementClass: CustomElementConstructor, key: symbol): void {
  Reflect.defineProperty(elementClass, key, { value: version });
}
