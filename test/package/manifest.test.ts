import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import manifest from '../../custom-elements.json';
import { BatchSyncDetail } from '../../src/elements/detail.js';
import { cancelableEvents } from '../../src/elements/events.js';
import { BatchSyncProvider } from '../../src/elements/provider.js';
import { BatchSyncTable } from '../../src/elements/table.js';
import { BatchSyncUpload } from '../../src/elements/upload.js';

interface Named {
  readonly name: string;
  readonly description?: string;
}
interface Member extends Named {
  readonly kind: string;
  readonly readonly?: boolean;
}
interface Declaration extends Named {
  readonly attributes: readonly (Named & { readonly fieldName?: string })[];
  readonly members: readonly Member[];
  readonly events?: readonly (Named & { readonly cancelable: boolean })[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
}

const classes: Readonly<Record<string, typeof LitElement>> = {
  BatchSyncDetail,
  BatchSyncProvider,
  BatchSyncTable,
  BatchSyncUpload,
};
const declarations = manifest.modules.flatMap(module => module.declarations as unknown as Declaration[]);
const files = import.meta.glob<string>('../../src/{ui,elements}/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const sources = Object.values(files).map(source => source.replaceAll(/\/\*\*.*?\*\//gs, ''));

const namesOf = (named: readonly Named[] = []): string[] => named.map(({ name }) => name).toSorted();

/** What belongs to Lit and the platform, and needs no word of ours. */
const lifecycle =
  /^(?:constructor|render|(?:connected|disconnected|adopted|attributeChanged|connectedMove)\w*|(?:will|should|first)?updated?|willUpdate|shouldUpdate|firstUpdated|createRenderRoot|getUpdateComplete)$/;

/** What a class itself declares, accessors and methods alike. */
function ownMembers(elementClass: typeof LitElement): Map<string, PropertyDescriptor> {
  const described = Object.entries(Object.getOwnPropertyDescriptors(elementClass.prototype));
  return new Map(described.filter(([name]) => !lifecycle.test(name)));
}

/** Every token that a pattern's first group finds in what draws the elements. */
function tokens(pattern: RegExp): Set<string> {
  const found = sources.flatMap(source => [...source.matchAll(pattern)].flatMap(match => match[1]!.split(/\s+/)));
  return new Set(found.filter(token => /^[a-z][a-z-]*$/.test(token)));
}

/** The events that an interface of the event map names. */
function mapped(name: string): string[] {
  const body =
    new RegExp(`interface ${name}EventMap \\{(.*?)\n\\}`, 's').exec(files['../../src/elements/events.ts']!)?.[1] ?? '';
  return [...body.matchAll(/^ {2}'([\w-]+)':/gm)].map(match => match[1]!).toSorted();
}

describe('the manifest', () => {
  it('has the four elements', () => {
    expect(namesOf(declarations)).to.deep.equal(Object.keys(classes).toSorted());
  });

  for (const declaration of declarations) {
    const { name, attributes, members, events } = declaration;
    const elementClass = classes[name]!;

    describe(name, () => {
      it('names each attribute that is observed, and no other', () => {
        expect(namesOf(attributes)).to.deep.equal([...elementClass.observedAttributes].toSorted());
      });

      it('names each property and method of the class, says which cannot be set, and none that is private', () => {
        const own = ownMembers(elementClass);
        expect(namesOf(members)).to.deep.equal([...own.keys()].toSorted());
        for (const { name: member, kind, readonly } of members) {
          const { value, set } = own.get(member)!;
          expect(typeof value === 'function' ? 'method' : 'field', member).to.equal(kind);
          if (kind === 'field') expect(set === undefined, `${member} is read-only`).to.equal(readonly === true);
        }
      });

      it('names the events of the event map, and says which can be prevented', () => {
        expect(namesOf(events)).to.deep.equal(mapped(name));
        const asking: readonly string[] = cancelableEvents;
        for (const { name: event, description, cancelable } of events ?? []) {
          expect(cancelable, event).to.equal(asking.includes(event));
          expect(description?.startsWith('Cancelable. '), event).to.equal(cancelable);
        }
      });
    });
  }

  it('names each slot that is drawn, and no other', () => {
    const documented = new Set(declarations.flatMap(({ slots }) => namesOf(slots)).filter(Boolean));
    const drawn = tokens(/<slot\s+name="([^"]+)"/g);
    expect([...drawn].filter(slot => !documented.has(slot))).to.deep.equal([]);
    // `cell:column:id` is made of names that are known at run time.
    const unseen = [...documented].filter(slot => !sources.some(source => source.includes(slot.replace(/:.*/, ':'))));
    expect(unseen).to.deep.equal([]);
  });

  it('names each part that is drawn, and no other', () => {
    const parts = declarations.flatMap(({ cssParts = [] }) => cssParts);
    // A state of a part is told in the part's description, as code.
    const states = parts.flatMap(({ description = '' }) =>
      [...description.matchAll(/`([a-z-]+)`/g)].map(match => match[1]!),
    );
    const documented = new Set([...namesOf(parts), ...states]);
    const drawn = tokens(/\bpart="([^"]+)"/g);
    expect([...drawn].filter(part => !documented.has(part)).toSorted()).to.deep.equal([]);
    const unseen = namesOf(parts).filter(part => !sources.some(source => source.includes(part)));
    expect(unseen).to.deep.equal([]);
  });
});
