import { toJSONSchema } from 'zod/mini';
import type { ZodMiniType } from 'zod/mini';
import { issueShape, problemShape } from '../../../src/adapter/wire-problem.js';
import { createRequestShape, decisionShape } from '../../../src/adapter/wire-requests.js';
import {
  batchShape,
  breakdownShape,
  capabilitiesShape,
  pageShape,
  taskShape,
} from '../../../src/adapter/wire-shapes.js';
import { members } from './members.js';
import type { Member } from './members.js';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };
export type Schema = { [name: string]: Json | undefined };

/** Parts of the shapes that have a name of their own, by where one of them stands. Larger ones first. */
const parts: Readonly<Record<string, readonly [shape: ZodMiniType, path: readonly string[]]>> = {
  Outcome: [breakdownShape, ['properties', 'gateways', 'items']],
  TaskCounts: [batchShape, ['properties', 'tasks']],
  Actor: [capabilitiesShape, ['properties', 'user', 'anyOf', '0']],
  Page: [pageShape, ['properties', 'page']],
  Issue: [issueShape, []],
};

const wholes: Readonly<Record<string, ZodMiniType>> = {
  Batch: batchShape,
  Task: taskShape,
  Breakdown: breakdownShape,
  Capabilities: capabilitiesShape,
  CreateRequest: createRequestShape,
  Decision: decisionShape,
  Problem: problemShape,
};

/** The schemas by which the adapter reads the wire, as JSON Schema with the meaning of every member. */
export function wireSchemas(): Readonly<Record<string, Schema>> {
  const named = Object.entries(parts).map(([name, [shape, path]]) => [name, at(plain(shape), path)] as const);
  const schemas: Record<string, Schema> = {};
  for (const [name, shape] of Object.entries(wholes)) schemas[name] = plain(shape);
  for (const [name, schema] of named) schemas[name] = structuredClone(schema);
  const texts = new Map(named.map(([name, schema]) => [JSON.stringify(schema), name]));
  for (const [name, schema] of Object.entries(schemas)) {
    for (const key of Object.keys(schema)) schema[key] = withNames(schema[key], texts);
    explain(name, schema);
  }
  return schemas;
}

/** What the adapter's own checks say of what they allow. */
interface Stated {
  readonly words?: readonly string[];
  readonly types?: readonly string[];
  readonly format?: string;
}

/** A shape as JSON Schema: what it reads, not what it makes of it. */
function plain(shape: ZodMiniType): Schema {
  const schema = toJSONSchema(shape, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      const { words, types, format } = zodSchema as Stated;
      if (words) Object.assign(jsonSchema, { type: 'string', enum: [...words] });
      if (types) Object.assign(jsonSchema, { type: 'object', additionalProperties: { type: oneOrMany(types) } });
      if (format) Object.assign(jsonSchema, { type: 'string', format });
      // Every number of the contract counts something.
      if (jsonSchema.type === 'number') Object.assign(jsonSchema, { type: 'integer', minimum: 0 });
    },
  });
  delete schema.$schema;
  return simple(JSON.parse(JSON.stringify(schema)) as Json) as Schema;
}

/** `anyOf` a type or null, as one type. */
function simple(json: Json | undefined): Json | undefined {
  if (Array.isArray(json)) return json.map(each => simple(each as Json) ?? null);
  if (typeof json !== 'object' || json === null) return json;
  const schema: Schema = {};
  for (const [name, value] of Object.entries(json)) schema[name] = simple(value as Json);
  const { anyOf, ...rest } = schema;
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return schema;
  const [one, none] = anyOf as readonly Schema[];
  return none['type'] === 'null' && one['type'] !== 'object'
    ? { ...rest, ...one, type: [one['type'] ?? null, 'null'] }
    : schema;
}

/** References in place of the parts that have names. */
function withNames(json: Json | undefined, names: ReadonlyMap<string, string>): Json | undefined {
  if (typeof json !== 'object' || json === null) return json;
  const name = names.get(JSON.stringify(json));
  if (name !== undefined) return reference(name);
  if (Array.isArray(json)) return json.map(each => withNames(each as Json, names) ?? null);
  const entries = Object.entries(json).map(([key, value]) => [key, withNames(value as Json, names)] as const);
  return Object.fromEntries(entries);
}

/** Writes the meaning of every member beside it; one without a meaning, or a meaning without a member, is an error. */
function explain(name: string, schema: Schema): void {
  const known = new Map(Object.entries(members[name] ?? {}));
  for (const [path, member] of membersOf(schema, '')) {
    const words = known.get(path);
    if (!words) throw new Error(`${name}.${path} has no description in members.ts`);
    known.delete(path);
    Object.assign(member, merged(member, words));
  }
  if (known.size > 0) throw new Error(`${name} has no ${[...known.keys()].join(', ')}: see members.ts`);
}

function merged(schema: Schema, { description, enum: words, ...more }: Member): Schema {
  const nullable = Array.isArray(schema['type']) && schema['type'].includes('null');
  return { description, ...(words && { enum: nullable ? [...words, null] : [...words] }), ...more };
}

function* membersOf(schema: Schema, prefix: string): Iterable<[path: string, member: Schema]> {
  for (const [name, value] of Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)) {
    yield [prefix + name, value];
    const inner = [value, value['items'] as Schema | undefined, ...((value['anyOf'] ?? []) as readonly Schema[])];
    for (const each of inner) if (each) yield* membersOf(each, `${prefix}${name}.`);
  }
}

function at(schema: Schema, path: readonly string[]): Schema {
  return path.reduce<Schema>((inner, key) => inner[key] as Schema, schema);
}

function oneOrMany(types: readonly string[]): string | string[] {
  return types.length === 1 ? types[0] : [...types];
}

export function reference(name: string): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}
