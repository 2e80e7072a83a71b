import type { Capabilities } from '../core/batch.js';
import type { BatchDefinition } from '../core/definition.js';
import { limitedDefinition } from './resolve.js';
import { sameData } from './same.js';

/** The definition in force: the same object as long as nothing in it changes, though a host makes a new one a render. */
export class LimitedDefinition {
  readonly #preset: BatchDefinition;
  #given: BatchDefinition;
  #limits: Capabilities['limits'] | undefined;
  #inForce: BatchDefinition;

  /** `preset`: where the host gives none. */
  constructor(preset: BatchDefinition) {
    this.#preset = this.#given = this.#inForce = preset;
  }

  under(given: BatchDefinition | undefined, limits: Capabilities['limits'] | undefined): BatchDefinition {
    const next = given ?? this.#preset;
    if (!sameData(next, this.#given) || !sameData(limits, this.#limits)) {
      this.#given = sameData(next, this.#given) ? this.#given : next;
      this.#limits = limits;
      this.#inForce = limitedDefinition(this.#given, limits);
    }
    return this.#inForce;
  }
}
