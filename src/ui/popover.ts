import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';

/** Finds what a popover belongs to, in the shadow root of both; `null` where that went away. */
export type FindAnchor = (root: ParentNode) => Element | null;

/** Pixels between a popover, what it belongs to, and the edge of the window. */
const gap = 4;
const edge = 8;

class Anchored extends AsyncDirective {
  #popover: HTMLElement | undefined;
  #find: FindAnchor = () => null;
  #align: 'start' | 'end' = 'start';
  #frame: number | null = null;
  /** What may scroll what it belongs to; empty while it is closed. */
  #scrolled: readonly EventTarget[] = [];

  render(_find: FindAnchor, _align: 'start' | 'end' = 'start'): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [find, align = 'start']: [FindAnchor, ('start' | 'end')?]): typeof noChange {
    this.#find = find;
    this.#align = align;
    if (this.#popover === undefined) {
      this.#popover = part.element as HTMLElement;
      this.#popover.addEventListener('beforetoggle', ({ newState }) => {
        if (newState === 'closed') this.#giveFocusBack();
        this.#toggle(newState === 'open');
      });
    }
    return noChange;
  }

  protected override disconnected(): void {
    this.#toggle(false);
  }

  /** Browsers do so by themselves, but not all of them in a shadow root. After a press elsewhere it is there already. */
  #giveFocusBack(): void {
    if (this.#popover?.matches(':focus-within')) this.#anchor?.focus({ preventScroll: true });
  }

  get #anchor(): HTMLElement | null {
    const anchor = this.#popover && this.#find(this.#popover.getRootNode() as ParentNode);
    return anchor instanceof HTMLElement ? anchor : null;
  }

  #toggle(open: boolean): void {
    for (const target of this.#scrolled) target.removeEventListener('scroll', this.#follow, { capture: true });
    window.removeEventListener('resize', this.#follow);
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    // What scrolls inside of a shadow root is not heard outside of it.
    this.#scrolled = open && this.#popover ? [window, this.#popover.getRootNode()] : [];
    if (!open) return;
    for (const target of this.#scrolled) {
      target.addEventListener('scroll', this.#follow, { capture: true, passive: true });
    }
    window.addEventListener('resize', this.#follow);
    // Before the first frame in which it is seen, when it has its size.
    this.#follow();
  }

  readonly #follow = (): void => {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#place();
    });
  };

  #place(): void {
    const popover = this.#popover;
    const anchor = this.#anchor?.getBoundingClientRect();
    if (!popover || !anchor) return;
    const { innerHeight } = window;
    const { clientWidth } = document.documentElement;
    const below = innerHeight - anchor.bottom - gap - edge;
    const above = anchor.top - gap - edge;
    const { offsetWidth: width, offsetHeight, clientHeight, scrollHeight } = popover;
    const whole = scrollHeight + offsetHeight - clientHeight;
    const upwards = whole > below && above > below;
    const height = Math.min(whole, Math.max(upwards ? above : below, 0));
    const rtl = getComputedStyle(popover).direction === 'rtl';
    const left = (this.#align === 'start') === rtl ? anchor.right - width : anchor.left;
    popover.style.setProperty('max-height', `${height}px`);
    popover.style.setProperty('top', `${upwards ? anchor.top - gap - height : anchor.bottom + gap}px`);
    popover.style.setProperty('left', `${Math.max(edge, Math.min(left, clientWidth - width - edge))}px`);
  }
}

/**
 * Keeps a native popover beside what it belongs to, above it where there is no room beneath, within the window; also
 * while something scrolls. `align`: the edge that both share.
 */
export const anchored = directive(Anchored);
