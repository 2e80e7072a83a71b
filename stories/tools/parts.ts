import { elementManifest } from './manifest.js';

/** What of an element's public surface a place in its shadow root is. */
export interface PartInspection {
  readonly element: HTMLElement;
  readonly target: Element;
  readonly tag: string;
  /** Its names, the noun first, then what it is now. */
  readonly parts: readonly string[];
  /** What is written of the noun. */
  readonly description: string;
  /** States of the whole element that hold now. */
  readonly states: readonly string[];
  readonly tokens: readonly TokenUse[];
  /** What a host's stylesheet says to reach it. */
  readonly selector: string;
}

/** A custom property that draws a place, and by which property of it. */
export interface TokenUse {
  readonly token: string;
  readonly property: string;
  readonly value: string;
}

/** What is beneath a pointer or has the focus: the nearest part of one of our elements on the way out. */
export function inspectAt(path: readonly EventTarget[]): PartInspection | null {
  const target = path.find(each => each instanceof Element && each.part.length > 0);
  if (!(target instanceof Element)) return null;
  const root = target.getRootNode();
  if (!(root instanceof ShadowRoot) || !(root.host instanceof HTMLElement)) return null;
  return inspectPart(root.host, target);
}

function inspectPart(element: HTMLElement, target: Element): PartInspection | null {
  const tag = element.localName;
  const manifest = elementManifest(tag);
  if (!manifest) return null;
  const parts = [...target.part];
  const [noun = ''] = parts;
  return {
    element,
    target,
    tag,
    parts,
    description: manifest.cssParts?.find(({ name }) => name === noun)?.description ?? '',
    states: (manifest.cssStates ?? []).flatMap(({ name = '' }) => (element.matches(`:state(${name})`) ? [name] : [])),
    tokens: tokensOf(target),
    selector: `${tag}::part(${parts.join(' ')})`,
  };
}

/** The public properties that the stylesheets of a shadow root read where they draw an element. */
export function tokensOf(target: Element): readonly TokenUse[] {
  const root = target.getRootNode();
  if (!(root instanceof ShadowRoot)) return [];
  const computed = getComputedStyle(target);
  const rules = styleRules(root);
  const uses = new Map<string, TokenUse>();
  for (const { style, selectorText } of rules) {
    if (!matches(target, selectorText)) continue;
    for (const [property, written] of declarations(style)) {
      if (property.startsWith('--')) continue;
      for (const token of publicNames(rules, target, written)) {
        uses.set(`${token} ${property}`, { token, property, value: computed.getPropertyValue(property) });
      }
    }
  }
  return [...uses.values()];
}

/** As they are written: of a shorthand with a `var()` in it the long names are empty. */
function declarations({ cssText }: CSSStyleDeclaration): readonly (readonly [property: string, written: string])[] {
  return cssText.split(';').flatMap(line => {
    const at = line.indexOf(':');
    return at < 0 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()] as const];
  });
}

/** The public properties that a value comes from, through private ones that hold it on the way. */
function publicNames(
  rules: readonly CSSStyleRule[],
  target: Element,
  value: string,
  passed: readonly string[] = [],
): readonly string[] {
  return [...value.matchAll(/var\((--[\w-]+)/g)].flatMap(([, name = '']) => {
    if (name.startsWith('--batch-sync-')) return [name];
    if (passed.includes(name)) return [];
    return publicNames(rules, target, inherited(rules, target, name), [...passed, name]);
  });
}

/** What the nearest rule on the way out says of a private property. */
function inherited(rules: readonly CSSStyleRule[], target: Element, name: string): string {
  for (let element: Element | null = target; element; element = element.parentElement) {
    const saying = rules.findLast(
      ({ style, selectorText }) => style.getPropertyValue(name) !== '' && matches(element as Element, selectorText),
    );
    if (saying) return saying.style.getPropertyValue(name);
  }
  return '';
}

function styleRules({ adoptedStyleSheets }: ShadowRoot): readonly CSSStyleRule[] {
  return adoptedStyleSheets.flatMap(sheet => flattened(sheet.cssRules));
}

/** Rules within conditions count where they could: a hover is worth knowing, too. */
function flattened(rules: CSSRuleList): readonly CSSStyleRule[] {
  return [...rules].flatMap(rule => {
    if (rule instanceof CSSStyleRule) return [rule];
    return rule instanceof CSSGroupingRule ? flattened(rule.cssRules) : [];
  });
}

function matches(target: Element, selector: string): boolean {
  // Of what stands before or after an element only the element can be pointed at.
  return target.matches(selector.replaceAll(/::?(?:before|after)\b/g, ''));
}
