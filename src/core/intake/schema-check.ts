import { validate, type core, type ZodMiniType } from 'zod/mini';
import type { BatchColumn, CellSchema } from '../definition.js';

/** Whether a value is accepted. */
export type Check = (value: string) => boolean;

/** Made once for a column: a new one would have to be compiled anew, too. */
const checks = new WeakMap<BatchColumn, { readonly schema: CellSchema; readonly check: Check }>();

/**
 * The check that a column's schema makes of a cell; `null` where it has none. It throws a `TypeError` where the schema
 * answers with a Promise: the definition is wrong then, not the file.
 */
export function schemaCheck(column: BatchColumn): Check | null {
  const { schema, name } = column;
  if (!schema) return null;
  const made = checks.get(column);
  // A host may have given the column another schema since.
  if (made?.schema === schema) return made.check;
  const check = checkOf(schema, name);
  checks.set(column, { schema, check });
  return check;
}

function checkOf(schema: CellSchema, name: string): Check {
  if (!isZod(schema)) return value => acceptsBy(schema, value, name);
  const pattern = onlyPattern(schema);
  if (pattern) return value => pattern.test(value);
  return value => {
    try {
      // The verdict alone: the words, which zod would make for each value, are asked for when somebody reads the issue.
      return validate(schema, value);
    } catch {
      return acceptsBy(schema, value, name);
    }
  };
}

function acceptsBy(schema: CellSchema, value: string, name: string): boolean {
  const verdict = schema['~standard'].validate(value);
  if (verdict instanceof Promise) {
    verdict.catch(() => undefined);
    throw new TypeError(`The schema of column "${name}" answers with a Promise: a cell's schema must be synchronous`);
  }
  return verdict.issues === undefined;
}

function isZod(schema: object): schema is ZodMiniType {
  return '_zod' in schema;
}

/**
 * The pattern that is all a schema of zod asks of a text; `null` where it asks for anything else. Asked itself, it answers
 * the same without zod's way to it, which took a third of the time of a page's first file.
 */
function onlyPattern({ _zod: { def } }: ZodMiniType): RegExp | null {
  const [check, ...others] = def.checks ?? [];
  const isText = def.type === 'string' && !('format' in def);
  if (!isText || !check || others.length > 0) return null;
  const { format, pattern, when } = check._zod.def as Partial<core.$ZodCheckRegexDef>;
  return format === 'regex' && pattern && !when && !pattern.global && !pattern.sticky ? pattern : null;
}
