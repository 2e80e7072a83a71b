import { parseArgs } from 'node:util';

/** What the command was asked to do. */
export type Invocation = { readonly kind: 'help' } | { readonly kind: 'version' } | Validation;

export interface Validation {
  readonly kind: 'validate';
  /** Paths; `-` for standard input. */
  readonly files: readonly string[];
  readonly json: boolean;
  readonly all: boolean;
  readonly quiet: boolean;
  /** Path of a module, `null` for the preset. */
  readonly definition: string | null;
  /** Path of the repaired file, `null` where nothing is to be repaired. */
  readonly repair: string | null;
  /** BCP 47. */
  readonly locale: string;
}

/** The command was called in a way that it does not know. The message says which. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const standardInput = '-';

export const help = `Usage: batch-sync-validate FILE... [options]

Checks CSV files for a batch: the same rules, codes and words as the upload in the browser.
FILE is a path, or - for standard input.

Options
  --json             one JSON document for each file, one a line
  --all              list every issue; otherwise the gravest ones, with the true total
  --definition FILE  an ES module that exports a BatchDefinition as "definition" or as its default
  --repair OUT       apply every repair that loses nothing, write the result to OUT and judge that
  --locale TAG       the locale of words and numbers, such as en-IN
  --quiet            write nothing to standard output
  --version          the version
  --help             this text

Exit code: 0 every file is valid, 1 some file is not, 2 wrong usage or a file that cannot be read or written.
`;

/** @throws {UsageError} */
export function parseInvocation(args: readonly string[]): Invocation {
  const { values, positionals: files } = parsed(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const { json = false, all = false, quiet = false, definition = null, repair = null, locale = 'en' } = values;
  if (files.length === 0) throw new UsageError('no file was given');
  if (files.filter(file => file === standardInput).length > 1) throw new UsageError('- can be given once only');
  if (quiet && json) throw new UsageError('--quiet and --json exclude each other');
  if (repair !== null && files.length > 1) throw new UsageError('--repair takes one file at a time');
  if (repair === '' || repair === standardInput) throw new UsageError('--repair needs the path of a file');
  return { kind: 'validate', files, json, all, quiet, definition, repair, locale };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        all: { type: 'boolean' },
        quiet: { type: 'boolean' },
        definition: { type: 'string' },
        repair: { type: 'string' },
        locale: { type: 'string' },
        version: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
