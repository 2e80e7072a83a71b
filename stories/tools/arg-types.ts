import type { ArgTypes } from '@storybook/web-components-vite';
import { elementManifest, referenceOf } from './manifest.js';

/**
 * The reference of an element for its docs page. Storybook's own reading of a manifest knows no states, and forgets an
 * attribute where a slot or a part has the same name.
 */
export function argTypesOf(tag: string): Partial<ArgTypes> {
  const element = elementManifest(tag);
  const lines = element ? referenceOf(element) : [];
  return Object.fromEntries(
    lines.map(({ key, name, category, description, type, byDefault }) => [
      key,
      {
        name,
        description,
        ...(controls[type] ?? { control: false as const }),
        table: {
          category,
          type: { summary: type },
          ...(byDefault && { defaultValue: { summary: byDefault } }),
        },
      },
    ]),
  );
}

/** Of an argument that is a property of the element; everything else is there to be read. */
const controls: Readonly<Record<string, { readonly control: 'boolean' | 'text' | 'number' }>> = {
  boolean: { control: 'boolean' },
  number: { control: 'number' },
  string: { control: 'text' },
};
