import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';

class Overflow extends AsyncDirective {
  #frame: Element | undefined;
  #observer: ResizeObserver | undefined;

  render(): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart): typeof noChange {
    if (this.#frame === undefined) {
      this.#frame = part.element;
      // A first render has no content yet.
      queueMicrotask(() => this.#observe());
    }
    return noChange;
  }

  protected override disconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  protected override reconnected(): void {
    this.#observe();
  }

  #observe(): void {
    const content = this.#frame?.firstElementChild;
    if (!this.#frame?.isConnected || !content || this.#observer) return;
    this.#observer = new ResizeObserver(() => this.#measure());
    this.#observer.observe(this.#frame);
    this.#observer.observe(content);
  }

  #measure(): void {
    const content = this.#frame?.firstElementChild as HTMLElement | null | undefined;
    if (!this.#frame || !content) return;
    this.#frame.toggleAttribute('data-overflows', content.offsetWidth > this.#frame.clientWidth + 1);
  }
}

/**
 * Says with `data-overflows` that the only child is wider than the element. What scrolls sideways holds everything
 * sticky in it, so it should only while it has to.
 */
export const overflow = directive(Overflow);
