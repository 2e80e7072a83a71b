import { html, nothing, render } from 'lit';
import { deepQueryAll } from '../support/play.js';
import './tools.css';

/** Something that a screen reader is told. */
export interface Line {
  /** Milliseconds since the first look. */
  readonly at: number;
  readonly kind: 'announced' | 'focused';
  /** The element that it comes from. */
  readonly from: string;
  readonly text: string;
}

const regions = '[role="status"], [role="alert"], [role="log"], [aria-live]:not([aria-live="off"])';

/** Listens to what is announced, and to what gets the focus, in everything on a page. Answers how to end it. */
export function listen(canvas: HTMLElement, heard: (line: Line) => void): () => void {
  const start = performance.now();
  const said = new WeakMap<Element, string>();
  const watched = new WeakSet<Node>();
  const ended = new AbortController();
  const { signal } = ended;
  const note = (kind: Line['kind'], node: Node, text: string) =>
    heard({ at: performance.now() - start, kind, from: ownerOf(node), text });

  const observer = new MutationObserver(() => {
    watch(canvas);
    for (const region of deepQueryAll(canvas, regions)) speak(region);
  });

  /** Regions that are filled when they come are not announced, so the first look only learns what they say. */
  function speak(region: Element): void {
    const text = textOf(region);
    const before = said.get(region);
    said.set(region, text);
    if (before === undefined || before === text || text.trim() === '' || !isHeard(region)) return;
    note('announced', region, text.trim());
  }

  function watch(root: ParentNode & Node): void {
    if (!watched.has(root)) {
      watched.add(root);
      observer.observe(root, { subtree: true, childList: true, characterData: true });
      // Of a move of the focus within a shadow root nothing is heard outside.
      root.addEventListener('focusin', focused, { signal });
    }
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) watch(shadowRoot);
  }

  function focused({ target }: Event): void {
    // The innermost root says it; to those around it, the host has the focus.
    if (!(target instanceof HTMLElement) || target.shadowRoot) return;
    const name = spokenName(target);
    // Of a box without a name nothing is said.
    if (name !== '') note('focused', target, name);
  }

  // What is drawn in this moment has its shadow roots once it is on the page.
  queueMicrotask(() => {
    watch(canvas);
    for (const region of deepQueryAll(canvas, regions)) said.set(region, textOf(region));
  });
  return () => {
    observer.disconnect();
    ended.abort();
  };
}

/** The same in a panel, the newest line last. */
export function startTranscript(canvas: HTMLElement, panel: HTMLElement): () => void {
  const lines: Line[] = [];
  const draw = () => {
    render(transcript(lines), panel);
    panel.scrollTop = panel.scrollHeight;
  };
  const end = listen(canvas, line => {
    lines.push(line);
    draw();
  });
  draw();
  return () => {
    end();
    render(nothing, panel);
  };
}

function transcript(lines: readonly Line[]) {
  if (lines.length === 0) return html`<p>Nothing was announced yet.</p>`;
  return html`<ol class="tool-lines">
    ${lines.map(
      ({ at, kind, from, text }) =>
        html`<li data-kind=${kind}>
          <span class="tool-time">${(at / 1000).toFixed(1)} s</span>
          <span class="tool-kind">${kind}</span>
          <span>${text}</span>
          <code>${from}</code>
        </li>`,
    )}
  </ol>`;
}

/** What is not drawn is not announced, nor what lies beneath a modal dialog. */
function isHeard(region: Element): boolean {
  const modals = deepQueryAll(document, 'dialog:modal');
  return region.checkVisibility() && modals.every(modal => holds(modal, region));
}

/** Whether `inner` is in `outer`, in shadow roots too. */
function holds(outer: Element, inner: Element): boolean {
  for (let node: Node | null = inner; node !== null;) {
    if (node === outer) return true;
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return false;
}

function textOf(region: Element): string {
  return (region.textContent ?? '').replaceAll(/[ \n\t]+/g, ' ');
}

function ownerOf(node: Node): string {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host.localName : 'page';
}

/** About what a reader says of a control: its name, then what it is. */
export function spokenName(element: HTMLElement): string {
  const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
  const root = element.getRootNode() as Document | ShadowRoot;
  const referred = (element.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map(id => (id === '' ? '' : (root.getElementById(id)?.textContent ?? '')))
    .join(' ');
  const named = [
    element.getAttribute('aria-label'),
    referred,
    labels.map(({ textContent }) => textContent).join(' '),
    element.matches(namedByContent) ? element.textContent : null,
  ];
  const name = named.map(each => (each ?? '').replaceAll(/\s+/g, ' ').trim()).find(each => each !== '') ?? '';
  const role = element.getAttribute('role') ?? roles[element.localName] ?? '';
  return [name, role].filter(each => each !== '').join(', ');
}

/** What is called what it holds. */
const namedByContent = 'a, p, button, summary, option, label, h1, h2, h3, h4, h5, h6, [role^="menuitem"]';

const roles: Readonly<Record<string, string>> = {
  a: 'link',
  button: 'button',
  input: 'field',
  select: 'list',
  textarea: 'field',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
};
