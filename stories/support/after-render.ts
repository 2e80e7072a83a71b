import { nothing } from 'lit';
import { Directive, PartType, directive } from 'lit/directive.js';
import type { ChildPart, PartInfo } from 'lit/directive.js';

/** Stands last in a template: acts on the element around it once all that comes before it is drawn. */
class AfterRender extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.CHILD) throw new Error('afterRender stands between elements');
  }

  render(_act: (place: HTMLElement) => void): typeof nothing {
    return nothing;
  }

  override update({ parentNode }: ChildPart, [act]: [(place: HTMLElement) => void]): typeof nothing {
    act(parentNode as HTMLElement);
    return nothing;
  }
}

export const afterRender = directive(AfterRender);
