import type { BatchDefinition } from '../definition.js';
import type { RepairName } from '../issue.js';
import type { IssueLog } from './issue-log.js';

/** What the header says of the columns. */
export interface HeaderReading {
  readonly names: readonly string[];
  readonly line: number;
  /** Where each column of the definition stands in the header, -1 where it does not. */
  readonly positions: readonly number[];
}

const delimiters = [';', '\t', '|'];
const UNKNOWN = -1;
/** In what {@link matchHeader} answers: the name is that of a column, and stands there for the first time. */
export const MATCHED = -2;

/**
 * Matches the header with the definition's columns, and reports all that is wrong with it. `isDivided`: false where
 * another delimiter divides it; it can be mended once that is a comma.
 */
export function readHeader(
  names: readonly string[],
  line: number,
  definition: BatchDefinition,
  log: IssueLog,
  isDivided = true,
): HeaderReading {
  const { columns } = definition;
  if (names.length === columns.length && columns.every(({ name }, column) => name === names[column])) {
    return { names, line, positions: columns.map((_, column) => column) };
  }
  const isStrict = definition.headerPolicy === 'strict';
  const lenience = isStrict ? 'error' : 'warning';
  const { positions, repeated } = matchHeader(names, definition);
  // Of a header that names no column nothing is left to keep.
  const offered = (repair: RepairName) => (isDivided && positions.some(position => position >= 0) ? repair : null);

  columns.forEach(({ required }, column) => {
    if (positions[column] >= 0 || (!required && !isStrict)) return;
    log.add('missing_column', 'error', 0, line, column, required ? null : offered('add_columns'));
  });
  columns.forEach(({ name }, column) => {
    const position = positions[column];
    if (position < 0 || names[position] === name) return;
    log.add('column_alias', lenience, 0, line, column, offered('rename_columns'), position);
  });
  for (let position = 0; position < names.length; position++) {
    const column = repeated[position];
    if (column >= 0) log.add('duplicate_column', 'error', 0, line, column, offered('drop_columns'), position);
    else if (column === UNKNOWN) log.add('unknown_column', lenience, 0, line, -1, offered('drop_columns'), position);
  }
  if (isStrict) reportOrder(positions, definition, line, log, offered('reorder_columns'));
  return { names, line, positions };
}

/**
 * The delimiter that the first line of a file uses where a comma should be, `null` where there is a comma, or nothing
 * that might be meant as one.
 */
export function wrongDelimiter(firstLine: string): string | null {
  const bare = firstLine.replace(/"[^"]*"/g, '');
  if (bare.includes(',')) return null;
  const counted = delimiters.map(delimiter => ({ delimiter, count: bare.split(delimiter).length - 1 }));
  const [most] = counted.sort((a, b) => b.count - a.count);
  return most.count > 0 ? most.delimiter : null;
}

/** A delimiter as a message can name it. */
export function delimiterName(delimiter: string): string {
  return delimiter === '\t' ? 'tab' : delimiter;
}

/**
 * The position of each column in the header; and for each name of the header which column it repeats, `UNKNOWN` where
 * it is none, `MATCHED` where it is the column.
 */
export function matchHeader(names: readonly string[], { columns }: BatchDefinition) {
  const byName = new Map(columns.map(({ name }, column) => [name, column]));
  const bySpelling = new Map<string, number>();
  columns.forEach(({ name, aliases = [] }, column) => {
    for (const spelling of [name, ...aliases].map(plainSpelling)) {
      if (!bySpelling.has(spelling)) bySpelling.set(spelling, column);
    }
  });
  const shortest = Math.min(...Array.from(bySpelling.keys(), spelling => spelling.length));

  const positions = columns.map(() => -1);
  names.forEach((name, position) => {
    const column = byName.get(name);
    if (column !== undefined && positions[column] < 0) positions[column] = position;
  });
  const repeated = new Int32Array(names.length).fill(UNKNOWN);
  names.forEach((name, position) => {
    if (name.length < shortest) return;
    const column = byName.get(name) ?? bySpelling.get(plainSpelling(name));
    if (column === undefined) return;
    if (positions[column] < 0) positions[column] = position;
    repeated[position] = positions[column] === position ? MATCHED : column;
  });
  return { positions, repeated };
}

/** A name without what people write differently: case, blanks, underscores, hyphens. */
function plainSpelling(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

function reportOrder(
  positions: readonly number[],
  definition: BatchDefinition,
  line: number,
  log: IssueLog,
  repair: RepairName | null,
): void {
  const present = definition.columns
    .map(({ name }, column) => ({ name, position: positions[column] }))
    .filter(({ position }) => position >= 0);
  const inFile = [...present].sort((a, b) => a.position - b.position);
  if (inFile.every((entry, index) => entry === present[index])) return;
  const list = (entries: typeof present) => entries.map(({ name }) => name).join(', ');
  const params = { expected: list(present), found: list(inFile) };
  log.addOfFile('column_order', 'error', 0, line, repair, params);
}
