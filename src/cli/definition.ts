import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  array,
  boolean,
  custom,
  int,
  minLength,
  object,
  optional,
  positive,
  refine,
  safeParse,
  string,
  union,
  literal,
} from 'zod/mini';
import type { BatchDefinition, CellSchema } from '../core/definition.js';
import { messageOf } from './fault.js';

/** The module is there but holds no definition, or one that is wrong. The message names every fault. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
}

const word = string('must be a string').check(minLength(1, 'must not be empty'));
const flag = optional(boolean('must be true or false'));
const wholeNumber = int('must be a whole number').check(positive('must be above 0'));

function oneOf(...words: readonly [string, ...string[]]) {
  return union(
    words.map(each => literal(each)),
    `must be one of ${words.map(each => `"${each}"`).join(', ')}`,
  );
}

/** What a verdict depends on; the rest of a definition is for the screen. */
const judged = object(
  {
    kind: word,
    columns: array(
      object(
        {
          name: word,
          required: boolean('must be true or false'),
          schema: optional(custom(isStandardSchema, 'must be a Standard Schema')),
          unique: flag,
          role: optional(oneOf('transaction', 'request')),
          maxLength: optional(wholeNumber),
          identifier: flag,
          aliases: optional(array(word, 'must be a list of strings')),
        },
        'must be an object',
      ),
      'must be a list of columns',
    ).check(
      minLength(1, 'must name one column at least'),
      refine(
        columns => new Set(columns.map(({ name }) => name)).size === columns.length,
        'must not name a column twice',
      ),
    ),
    limits: object({ maxRows: wholeNumber, maxBytes: wholeNumber }, 'must be an object with maxRows and maxBytes'),
    headerPolicy: oneOf('strict', 'flexible'),
    duplicates: oneOf('error', 'warning', 'by-transaction'),
  },
  'must be an object',
);

/**
 * The definition that a module exports, as `definition` or as its default.
 *
 * @throws {DefinitionError}
 */
export async function loadDefinition(path: string): Promise<BatchDefinition> {
  const { definition, default: byDefault } = await load(path);
  const found = definition ?? byDefault;
  if (found === undefined)
    throw new DefinitionError(`${path} exports no definition, neither by this name nor as its default`);
  const { error } = safeParse(judged, found);
  if (!error) return found as BatchDefinition;
  const faults = error.issues.map(({ path: place, message }) => `  ${nameOf(place)} ${message}`);
  throw new DefinitionError([`${path} holds no valid definition:`, ...faults].join('\n'));
}

async function load(path: string): Promise<Record<string, unknown>> {
  try {
    await access(path);
    return (await import(/* @vite-ignore */ pathToFileURL(resolve(path)).href)) as Record<string, unknown>;
  } catch (error) {
    throw new DefinitionError(`${path} cannot be loaded: ${messageOf(error)}`);
  }
}

/** Some libraries' schemas are functions. */
function isStandardSchema(value: unknown): boolean {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false;
  const standard = (value as Partial<CellSchema>)['~standard'];
  return standard?.version === 1 && typeof standard.validate === 'function';
}

/** `columns[0].name`, as a program would write it. */
function nameOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'It';
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('');
}
