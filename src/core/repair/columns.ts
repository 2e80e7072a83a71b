import { MATCHED, matchHeader } from '../intake/header.js';
import type { BatchDefinition } from '../definition.js';
import type { RepairName } from '../issue.js';

/** What becomes of a header, and with it of each row. */
export interface Layout {
  readonly names: readonly string[];
  /** For each of the names, where its cell stands now; -1 for a cell that is new, and empty. */
  readonly sources: readonly number[];
}

/** The layout after a repair of the header; `null` for a repair of something else. */
export function repairedLayout(
  names: readonly string[],
  repair: RepairName,
  definition: BatchDefinition,
): Layout | null {
  const asGiven: Layout = { names, sources: names.map((_, position) => position) };
  switch (repair) {
    case 'rename_columns':
      return rename(asGiven, definition);
    case 'drop_columns':
      return drop(asGiven, definition);
    case 'add_columns':
      return add(asGiven, definition);
    case 'reorder_columns':
      return reorder(asGiven, definition);
    default:
      return null;
  }
}

/**
 * The cells of a row in another layout. A row that is too short stays so, as far as what it has stays in front; cells
 * beyond the header stay behind.
 */
export function laidOut(cells: readonly string[], width: number, { sources }: Layout): readonly string[] {
  const isShort = cells.length < width;
  const last = sources.findLastIndex(source => source >= 0 && source < cells.length);
  const kept = isShort ? sources.slice(0, last + 1) : sources;
  const moved = kept.map(source => (source < 0 ? '' : (cells[source] ?? '')));
  const all = isShort ? moved : [...moved, ...cells.slice(width)];
  return all.length > 0 ? all : [''];
}

function rename({ names, sources }: Layout, definition: BatchDefinition): Layout {
  const renamed = [...names];
  matchHeader(names, definition).positions.forEach((position, column) => {
    if (position >= 0) renamed[position] = definition.columns[column].name;
  });
  return { names: renamed, sources };
}

function drop({ names, sources }: Layout, definition: BatchDefinition): Layout {
  const { repeated } = matchHeader(names, definition);
  const isKept = (_: unknown, position: number) => repeated[position] === MATCHED;
  return { names: names.filter(isKept), sources: sources.filter(isKept) };
}

/** Each optional column behind the one that comes before it in the definition. */
function add({ names, sources }: Layout, definition: BatchDefinition): Layout {
  const added = { names: [...names], sources: [...sources] };
  definition.columns.forEach(({ name, required }, column) => {
    const { positions } = matchHeader(added.names, definition);
    if (required || positions[column] >= 0) return;
    const before = positions.slice(0, column).findLast(position => position >= 0) ?? -1;
    added.names.splice(before + 1, 0, name);
    added.sources.splice(before + 1, 0, -1);
  });
  return added;
}

/** The columns in the definition's order, then all others in theirs. */
function reorder({ names, sources }: Layout, definition: BatchDefinition): Layout {
  const known = matchHeader(names, definition).positions.filter(position => position >= 0);
  const others = names.map((_, position) => position).filter(position => !known.includes(position));
  const order = [...known, ...others];
  return { names: order.map(position => names[position]), sources: order.map(position => sources[position]) };
}
