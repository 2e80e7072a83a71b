import { noChange } from 'lit';
import { directive, Directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';

class CustomProperty extends Directive {
  #last: string | undefined;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('customProperty() stands among attributes');
  }

  render(_name: `--_${string}`, _value: string): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [name, value]: Parameters<this['render']>): typeof noChange {
    if (value !== this.#last) (part.element as HTMLElement).style.setProperty(name, value);
    this.#last = value;
    return noChange;
  }
}

/** Sets a private custom property through the object model: a strict policy refuses `style` attributes. */
export const customProperty = directive(CustomProperty);
