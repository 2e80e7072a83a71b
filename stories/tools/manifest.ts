import manifest from '../../custom-elements.json';

interface Described {
  readonly name?: string;
  readonly description?: string;
}

interface Typed extends Described {
  readonly type?: { readonly text: string };
  readonly default?: string;
}

interface Member extends Typed {
  readonly kind: string;
  readonly attribute?: string;
  readonly readonly?: boolean;
  readonly parameters?: readonly (Typed & { readonly optional?: boolean })[];
  readonly return?: { readonly type?: { readonly text: string } };
}

/** What the manifest says of an element. */
export interface ElementManifest extends Described {
  readonly tagName: string;
  readonly members?: readonly Member[];
  readonly events?: readonly Typed[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Typed[];
  readonly cssStates?: readonly Described[];
}

/** The elements of the package, as `custom-elements.json` says. */
export const elements: readonly ElementManifest[] = manifest.modules.flatMap(({ declarations }) =>
  (declarations as readonly Partial<ElementManifest>[]).filter(isElement),
);

function isElement(declaration: Partial<ElementManifest>): declaration is ElementManifest {
  return declaration.tagName !== undefined;
}

export function elementManifest(tag: string): ElementManifest | null {
  return elements.find(({ tagName }) => tagName === tag) ?? null;
}

/** A line of an element's reference. */
export interface Entry {
  /** Its place among the others: names of an attribute, a slot and a part may be the same. */
  readonly key: string;
  readonly name: string;
  readonly category: string;
  readonly description: string;
  readonly type: string;
  readonly byDefault: string;
}

/** Everything that a host may use of an element, in the order in which it is looked for. */
export function referenceOf({ members = [], events = [], ...css }: ElementManifest): readonly Entry[] {
  const fields = members.filter(({ kind }) => kind === 'field');
  const methods = members.filter(({ kind }) => kind === 'method');
  return [
    ...fields.map(field =>
      entry(field, field.attribute ? 'attributes and properties' : 'properties', field.name ?? ''),
    ),
    ...methods.map(method => ({ ...entry(method, 'methods'), type: signature(method) })),
    ...events.map(event => entry(event, 'events')),
    ...(css.slots ?? []).map(slot => ({ ...entry(slot, 'slots'), name: slot.name || '(default)' })),
    ...(css.cssParts ?? []).map(part => ({ ...entry(part, 'parts'), name: `::part(${part.name})` })),
    ...(css.cssStates ?? []).map(state => ({ ...entry(state, 'states'), name: `:state(${state.name})` })),
    ...(css.cssProperties ?? []).map(property => entry(property, 'custom properties')),
  ];
}

function entry(of: Typed & Partial<Member>, category: string, key = `${category} ${of.name ?? ''}`): Entry {
  const { name = '', description = '', type, attribute } = of;
  return {
    key,
    name: attribute && attribute !== name ? `${name} (${attribute})` : name,
    category,
    description,
    type: type?.text ?? '',
    byDefault: of.default ?? '',
  };
}

function signature({ parameters = [], return: returned }: Member): string {
  const given = parameters.map(
    ({ name, optional, type }) => `${name}${optional ? '?' : ''}: ${type?.text ?? 'unknown'}`,
  );
  return `(${given.join(', ')}) => ${returned?.type?.text ?? 'void'}`;
}
