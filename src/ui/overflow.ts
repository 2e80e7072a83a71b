import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';

class Overflow extends AsyncDirective {
  #frame: Element | undefined;
  #observer: ResizeObserver | undefined;
  #label: string | undefined;
  #turn = 0;

  render(_label?: string): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [label]: [label?: string]): typeof noChange {
    this.#label = label;
    if (this.#frame === undefined) {
      this.#frame = part.element;
      // A first render has no content yet.
      queueMicrotask(() => this.#observe());
    }
    return noChange;
  }

  protected override disconnected(): void {
    cancelAnimationFrame(this.#turn);
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  protected override reconnected(): void {
    this.#observe();
  }

  #observe(): void {
    const content = this.#frame?.firstElementChild;
    if (!this.#frame?.isConnected || !content || this.#observer) return;
    this.#observer = new ResizeObserver(() => {
      cancelAnimationFrame(this.#turn);
      // A scroll bar that comes or goes is a change of size itself, and within one frame an error on the page.
      this.#turn = requestAnimationFrame(() => this.#measure());
    });
    this.#observer.observe(this.#frame);
    this.#observer.observe(content);
  }

  #measure(): void {
    const content = this.#frame?.firstElementChild as HTMLElement | null | undefined;
    if (!this.#frame || !content) return;
    const { clientWidth, clientHeight } = this.#frame;
    const overflows = content.offsetWidth > clientWidth + 1 || content.offsetHeight > clientHeight + 1;
    this.#frame.toggleAttribute('data-overflows', overflows);
    if (this.#label === undefined) return;
    const reachable = { tabindex: '0', role: 'group', 'aria-labelledby': this.#label };
    for (const [name, value] of Object.entries(reachable)) {
      if (overflows) this.#frame.setAttribute(name, value);
      else this.#frame.removeAttribute(name);
    }
  }
}

/**
 * Says with `data-overflows` that the only child is larger than the element. What scrolls sideways holds everything
 * sticky in it, so it should only while it has to. Given the id of a label, the element is a stop of the keyboard while
 * it scrolls: that is for what holds nothing that takes the focus.
 */
export const overflow = directive(Overflow);
