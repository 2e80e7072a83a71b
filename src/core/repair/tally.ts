import type { Issue, RepairName } from '../issue.js';
import type { IssueCount } from '../report.js';

/** How many issues there are, kept while issues come and go. */
export class Tally {
  readonly #counts: Map<string, IssueCount>;
  readonly #repairs: Map<RepairName, number>;

  constructor(counts: readonly IssueCount[], repairs: ReadonlyMap<RepairName, number>) {
    this.#counts = new Map(counts.map(count => [keyOf(count), count]));
    this.#repairs = new Map(repairs);
  }

  get counts(): readonly IssueCount[] {
    return [...this.#counts.values()].filter(({ count }) => count > 0);
  }

  get repairs(): ReadonlyMap<RepairName, number> {
    return this.#repairs;
  }

  /** `times`: 1 for issues that came, -1 for issues that went. */
  add(issues: readonly Issue[], times: 1 | -1): void {
    for (const { code, severity, column, repair } of issues) {
      const kind = { code, severity, ...(column !== undefined && { column }) };
      const key = keyOf(kind);
      this.#counts.set(key, { ...kind, count: (this.#counts.get(key)?.count ?? 0) + times });
      if (repair) this.#repairs.set(repair, (this.#repairs.get(repair) ?? 0) + times);
    }
  }
}

function keyOf({ code, severity, column }: Omit<IssueCount, 'count'>): string {
  return JSON.stringify([code, severity, column]);
}
