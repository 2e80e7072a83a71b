import type { TableColumn } from './table-columns.js';

export type Density = 'comfortable' | 'compact';

/** What a person made of the table: plain data, and nothing of a row. */
export interface Arrangement {
  /** The columns that there were to choose from, in the person's order. */
  readonly order: readonly string[];
  /** Those of them that are left out. */
  readonly hidden: readonly string[];
  /** `null`: as the host has it. */
  readonly density: Density | null;
}

export interface ArrangedColumn {
  readonly column: TableColumn;
  readonly shown: boolean;
  /** It is the way to a batch: it cannot be left out. */
  readonly fixed: boolean;
}

/** The columns on offer in a person's order. One that they never saw stands behind the one that it follows by default. */
export function arrangedColumns(
  offered: readonly TableColumn[],
  arrangement: Arrangement | null,
): readonly ArrangedColumn[] {
  const order = arrangement?.order ?? [];
  const byName = new Map(offered.map(column => [column.name, column]));
  const columns = order.flatMap(name => byName.get(name) ?? []);
  for (const [index, column] of offered.entries()) {
    if (order.includes(column.name)) continue;
    const before = offered[index - 1];
    columns.splice(before === undefined ? 0 : columns.indexOf(before) + 1, 0, column);
  }
  return columns.map(column => {
    const fixed = column.name === 'fileName';
    return { column, fixed, shown: fixed || isShown(column, arrangement) };
  });
}

/** The same with a column shown or left out. */
export function withColumn(columns: readonly ArrangedColumn[], name: string, shown: boolean): ArrangedColumn[] {
  return columns.map(each => (each.column.name === name && !each.fixed ? { ...each, shown } : each));
}

/** The same with a column so many places further on; as far as it goes. */
export function withMoved(columns: readonly ArrangedColumn[], name: string, places: number): ArrangedColumn[] {
  const from = columns.findIndex(({ column }) => column.name === name);
  const moved = columns[from];
  if (moved === undefined) return [...columns];
  const others = columns.toSpliced(from, 1);
  return others.toSpliced(Math.max(0, Math.min(from + places, others.length)), 0, moved);
}

/** What is kept of it. */
export function arrangementOf(columns: readonly ArrangedColumn[], density: Density | null): Arrangement {
  const order = columns.map(({ column }) => column.name);
  return { order, hidden: columns.filter(({ shown }) => !shown).map(({ column }) => column.name), density };
}

/** An arrangement from what was kept; `null` where it makes no sense. */
export function arrangementFrom(kept: string | null): Arrangement | null {
  try {
    const { order, hidden, density } = JSON.parse(kept ?? '') as Readonly<Record<keyof Arrangement, unknown>>;
    return { order: texts(order), hidden: texts(hidden), density: isDensity(density) ? density : null };
  } catch {
    return null;
  }
}

export function isDensity(word: unknown): word is Density {
  return word === 'comfortable' || word === 'compact';
}

function isShown(column: TableColumn, arrangement: Arrangement | null): boolean {
  if (arrangement?.order.includes(column.name)) return !arrangement.hidden.includes(column.name);
  return column.kind === 'own' || column.column.hidden !== true;
}

function texts(values: unknown): readonly string[] {
  return Array.isArray(values) ? [...new Set(values.filter(value => typeof value === 'string'))] : [];
}
