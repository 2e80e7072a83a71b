import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';

/** How many rows after one that came near are drawn with it: one by one, each frame of a scroll would be laid out anew. */
const ahead = 20;

/** More at once are those of a first look, or of a jump: nobody scrolls that fast. */
const fewAtOnce = 8;

/** Has rows drawn wherever they are, from now on. */
export function keepDrawn(rows: Iterable<Element>): void {
  for (const row of rows) row.classList.add('near');
}

/** Lets rows that came near the screen remain drawn, and a scroll meet rows that are drawn already. */
class KeptDrawn extends AsyncDirective {
  #list: Element | undefined;
  #came: Element[] = [];
  #frame = 0;

  render(): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart): typeof noChange {
    if (this.#list === undefined) {
      this.#list = part.element;
      this.reconnected();
    }
    return noChange;
  }

  protected override reconnected(): void {
    this.#list?.addEventListener('contentvisibilityautostatechange', this.#changed);
  }

  protected override disconnected(): void {
    this.#list?.removeEventListener('contentvisibilityautostatechange', this.#changed);
    cancelAnimationFrame(this.#frame);
    this.#came = [];
  }

  readonly #changed = (event: Event): void => {
    const row = event.target as Element;
    if ((event as ContentVisibilityAutoStateChangeEvent).skipped || row.parentElement !== this.#list) return;
    if (this.#came.push(row) === 1) this.#frame = requestAnimationFrame(() => this.#keep());
  };

  #keep(): void {
    const came = this.#came;
    this.#came = [];
    keepDrawn(came);
    if (came.length > fewAtOnce) return;
    const rows = [...(this.#list?.children ?? [])];
    const next = rows.indexOf(came.at(-1)!) + 1;
    keepDrawn(rows.slice(next, next + ahead));
  }
}

/** On what holds rows that the stylesheet draws near the screen only: `near` is given to those that are to stay drawn. */
export const keptDrawn = directive(KeptDrawn);
