import type { ReactiveController } from 'lit';
import type { Page } from '../core/batch.js';
import { isDayStart, lastInstantBefore, noBounds, type CreatedBounds } from '../core/created-range.js';
import type { View } from '../core/view.js';
import type { ZonedDays } from '../core/zoned-day.js';
import { AwaitedPress } from '../state/awaited-press.js';
import { CreatedSpan } from '../state/created-span.js';
import { FocusNext } from '../state/focus-next.js';
import type { ControllerHost } from '../state/loader.js';
import type { Piece } from '../state/piece.js';
import type { ChosenFilter } from '../ui/filter-chips.js';
import { statusText } from '../ui/status.js';
import type { FilterName, FiltersModel } from '../ui/table-filters.js';
import type { Words } from '../words/words.js';
import type { FilterPanels } from './table-filters.piece.js';

export interface TableFiltersOptions {
  readonly view: () => View;
  readonly words: () => Words;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly change: (change: Partial<View>) => void;
}

interface FiltersOptions extends TableFiltersOptions {
  readonly piece: () => Piece<FilterPanels>;
}

/** The filters by status and by when a batch was created: which are in use, how one is taken back, and the way to choose. */
export class TableFilters implements ReactiveController {
  /** For whoever offers times to choose from. */
  readonly span: CreatedSpan;
  readonly #host: ControllerHost;
  readonly #options: FiltersOptions;
  readonly #focus: FocusNext;
  /** What opens as soon as there is something to choose from. */
  readonly #opens: AwaitedPress<FilterName>;

  constructor(host: ControllerHost, options: FiltersOptions) {
    this.#host = host;
    this.#options = options;
    this.#focus = new FocusNext(host);
    this.#opens = new AwaitedPress(host, () => options.piece().status.state === 'loading');
    this.span = new CreatedSpan({
      bounds: options.view,
      timeZone: () => options.words().timeZone,
      now: options.now,
    });
    host.addController(this);
  }

  model(counts: Page<unknown>['counts']): FiltersModel {
    return {
      chosen: this.#options.view().statuses,
      created: this.#createdText(this.span.length),
      panels: this.#options.piece().contents?.draw(counts) ?? null,
      awaited: this.#opens.coming,
      onPress: name => this.#press(name),
    };
  }

  /** The filters in use, the way to take back each of them, and all. */
  get chosen(): readonly ChosenFilter[] {
    const { statuses } = this.#options.view();
    const words = this.#options.words();
    const names = statuses.map(status => `status ${status}`);
    const created = this.#createdText(this.span.length);
    if (created !== null) names.push('created');
    const chips = statuses.map((status, index) => ({
      name: `status ${status}`,
      text: statusText(status, words),
      remove: () => this.#remove(names, index, { statuses: statuses.filter(each => each !== status) }),
    }));
    if (created === null) return chips;
    const remove = () => this.#remove(names, statuses.length, noBounds);
    return [...chips, { name: 'created', text: `${words.t('table.filter.created')}: ${created}`, remove }];
  }

  clear(): void {
    this.#focus.to('[data-filter]');
    this.#options.change({ statuses: [], ...noBounds });
  }

  hostUpdated(): void {
    if (this.#opens.name === null || this.#options.piece().contents === null) return;
    const panel = this.#host.shadowRoot?.querySelector<HTMLElement>(`#filter-${this.#opens.take()}`);
    if (panel?.isConnected) panel.showPopover();
  }

  /** The browser opens what is there. */
  #press(name: FilterName): void {
    const piece = this.#options.piece();
    if (piece.want() !== null) return;
    this.#opens.press(name);
    piece.retry();
  }

  /** Takes one back; a keyboard goes on with the next, or where it was chosen. */
  #remove(names: readonly string[], at: number, change: Partial<View>): void {
    const next = names[at + 1] ?? names[at - 1];
    const kind = names[at]?.split(' ')[0] ?? '';
    this.#focus.to(...(next === undefined ? [] : [`[data-chip="${CSS.escape(next)}"]`]), `[data-filter="${kind}"]`);
    this.#options.change(change);
  }

  #createdText(span: number | null): string | null {
    const words = this.#options.words();
    const { createdFrom, createdTo } = this.#options.view();
    if (createdFrom === null && createdTo === null) return null;
    if (span !== null) {
      return span === 1 ? words.t('table.filter.today') : words.t('table.filter.days', { count: span });
    }
    return boundsText({ createdFrom, createdTo }, this.span.days, words);
  }
}

/** Days where the bounds are whole days in this zone, else instants. */
function boundsText({ createdFrom, createdTo }: CreatedBounds, days: ZonedDays, words: Words): string {
  const whole = [createdFrom, createdTo].every(instant => instant === null || isDayStart(instant, days));
  const last = createdTo === null ? null : lastInstantBefore(createdTo);
  const from = whole ? words.dates(createdFrom) : words.dateTime(createdFrom);
  if (createdTo === null) return words.t('table.filter.since', { from });
  const to = whole ? words.dates(last) : words.dateTime(createdTo);
  if (createdFrom === null) return words.t(whole ? 'table.filter.until' : 'table.filter.before', { to });
  return whole ? words.dates(createdFrom, last) : words.t('table.filter.range', { from, to });
}
