import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';

/** Beneath the window, so that what is drawn then is there before it is seen. */
const margin = '0px 0px 150px';

class ComingNear extends AsyncDirective {
  #element: Element | undefined;
  #call: () => void = () => {};
  #observer: IntersectionObserver | undefined;

  render(_call: () => void): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [call]: [() => void]): typeof noChange {
    this.#call = call;
    if (this.#element === undefined) {
      this.#element = part.element;
      this.reconnected();
    }
    return noChange;
  }

  protected override disconnected(): void {
    this.#observer?.disconnect();
  }

  protected override reconnected(): void {
    if (this.#element === undefined) return;
    this.#observer = new IntersectionObserver(entries => this.#look(entries), { rootMargin: margin });
    this.#observer.observe(this.#element);
  }

  #look(entries: readonly IntersectionObserverEntry[]): void {
    if (entries.some(({ isIntersecting }) => isIntersecting)) this.#call();
  }
}

/** Calls when an element is on screen, or soon will be. */
export const comingNear = directive(ComingNear);
