// What editors and frameworks learn of the elements, made from custom-elements.json: completion for HTML and CSS in VS Code,
// web-types for JetBrains, and types of the tags in JSX (React 19, Preact, Solid), Vue and Svelte.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { root } from './mock-shell.mjs';

/** Setters that take less than the getter answers with. @type {Record<string, (type: string) => string>} */
const given = { view: type => `Partial<${type}> | null` };

const comment = (text = '', indent = '  ') =>
  `${indent}/** ${text.replaceAll('*/', '*\\/').replaceAll('\n', `\n${indent} * `)} */\n`;

/** @param {any} element */
function propertiesOf({ name, tagName, members, attributes }) {
  const fields = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
  const lines = fields.map(field => {
    const type = `${name}['${field.name}']`;
    return `${comment(field.description)}  ${field.name}?: ${given[field.name]?.(type) ?? type} | undefined;\n`;
  });
  // An attribute is text, a number that is written as such, or there or not.
  const spelt = attributes.filter(attribute => attribute.name !== attribute.fieldName);
  lines.push(
    ...spelt.map(
      attribute => `${comment(attribute.description)}  '${attribute.name}'?: string | number | boolean | undefined;\n`,
    ),
  );
  return `/** What can be set on \`<${tagName}>\`. */\nexport interface ${name}Properties {\n${lines.join('')}}\n`;
}

/** @param {any} element @param {string} spelling how the framework spells the listener of an event */
function listenersOf({ name, events }, spelling) {
  const lines = events.map(event => {
    const type = `CustomEvent<${name}EventMap['${event.name}']>`;
    return `${comment(event.description)}  '${spelling}${event.name}'?: ((event: ${type}) => void) | undefined;\n`;
  });
  return `interface ${name}Listeners {\n${lines.join('')}}\n`;
}

/** The one around the others hears what they tell, for it bubbles. @param {any[]} elements */
function hearing(elements) {
  const told = new Map(elements.flatMap(({ events = [] }) => events.map(event => [event.name, event])));
  return elements.map(element => (element.events ? element : { ...element, events: [...told.values()] }));
}

/** @param {any[]} elements */
function imports(elements) {
  const maps = elements.map(({ name }) => `${name}EventMap`).filter(map => map !== 'BatchSyncProviderEventMap');
  return `import type { BatchSyncEventMap, ${maps.join(', ')} } from '../src/elements/events.js';
import type { ${elements.map(({ name }) => `${name}Properties`).join(', ')} } from './properties.js';

type BatchSyncProviderEventMap = { [Type in keyof BatchSyncEventMap]: BatchSyncEventMap[Type]['detail'] };
`;
}

const head = '// Made from custom-elements.json.\n';

/** @param {any[]} elements */
function frameworks(elements) {
  const classes = elements.map(({ name, module }) => `import type { ${name} } from '../src/${module}';\n`).join('');
  /** @param {string} spelling */
  const listeners = spelling => elements.map(element => listenersOf(element, spelling)).join('');
  /** @param {(element: any) => string} typeOf */
  const tags = typeOf => elements.map(element => `'${element.tagName}': ${typeOf(element)};`).join('\n      ');
  const own = ({ name }) => `${name}Properties & ${name}Listeners`;

  return {
    properties: `${head}${classes}\n${elements.map(propertiesOf).join('\n')}`,
    react: `${head}import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${classes}${imports(elements)}
${listeners('on')}
type Tag<Element, Own> = Own & Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, keyof Own>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      ${tags(element => `Tag<${element.name}, ${own(element)}>`)}
    }
  }
}
`,
    preact: `${head}import type { HTMLAttributes } from 'preact';
${classes}${imports(elements)}
${listeners('on')}
type Tag<Element extends EventTarget, Own> = Own & Omit<HTMLAttributes<Element>, keyof Own>;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      ${tags(element => `Tag<${element.name}, ${own(element)}>`)}
    }
  }
}
`,
    solid: `${head}import type { JSX } from 'solid-js';
${classes}${imports(elements)}
${listeners('on:')}
type Properties<Own> = { [Name in keyof Own as Name extends string ? \`prop:\${Name}\` : never]: Own[Name] };
type Tag<Element, Own, Listeners> = Own & Properties<Own> & Listeners & Omit<JSX.HTMLAttributes<Element>, keyof Own>;

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      ${tags(({ name }) => `Tag<${name}, ${name}Properties, ${name}Listeners>`)}
    }
  }
}
`,
    svelte: `${head}import type { HTMLAttributes } from 'svelte/elements';
${classes}${imports(elements)}
${listeners('on')}
type Tag<Element extends EventTarget, Own> = Own & Omit<HTMLAttributes<Element>, keyof Own>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
      ${tags(element => `Tag<${element.name}, ${own(element)}>`)}
  }
}
`,
    // A template's `@batch-sync-open` is the property `onBatch-sync-open`.
    vue: `${head}import type { HTMLAttributes, PublicProps } from 'vue';
${imports(elements)}
type Listeners<Map> = {
  [Type in keyof Map & string as \`on\${Capitalize<Type>}\`]?: (event: CustomEvent<Map[Type]>) => void;
};
type Properties<Own, Map> = Own & Listeners<Map> & PublicProps & Omit<HTMLAttributes, keyof Own>;
type Tag<Own, Map> = new () => { readonly $props: Properties<Own, Map> };

declare module 'vue' {
  interface GlobalComponents {
      ${tags(({ name }) => `Tag<${name}Properties, ${name}EventMap>`)}
  }
}
`,
  };
}

/** @param {string} dist */
export async function writeTypings(dist) {
  const manifest = JSON.parse(await readFile(join(root, 'custom-elements.json'), 'utf8'));
  const elements = manifest.modules.flatMap(({ path, declarations }) =>
    declarations.map(declaration => ({ ...declaration, module: path.replace('dist/', '') })),
  );
  const types = join(dist, 'types/frameworks');
  const editors = join(dist, 'editors');
  await Promise.all([types, editors].map(folder => mkdir(folder, { recursive: true })));
  for (const [name, text] of Object.entries(frameworks(hearing(elements))))
    await writeFile(join(types, `${name}.d.ts`), text);
  const quiet = { outdir: editors, hideLogs: true };
  generateVsCodeCustomElementData(manifest, quiet);
  generateJetBrainsWebTypes(manifest, { ...quiet, packageJson: false });
}
