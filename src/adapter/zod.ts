import { array, boolean, custom, iso, nullable, number, object, optional, string, unknown } from 'zod/mini';
import { undisturbed } from '../core/own-members.js';

// The first schema of each kind is where an extended `Object.prototype` stops the library: here they are all made once.
undisturbed(() => [
  object({ text: optional(string()), number: nullable(number()), list: array(unknown()) }),
  [boolean(), custom(() => true), iso.datetime({ offset: true })],
]);

export {
  array,
  boolean,
  custom,
  iso,
  minLength,
  nullable,
  number,
  object,
  optional,
  safeParse,
  string,
  unknown,
} from 'zod/mini';
export type { infer as Shape, ZodMiniType } from 'zod/mini';
