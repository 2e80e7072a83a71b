import type { ReactiveController } from 'lit';
import type { ControllerHost } from './loader.js';

/**
 * Whether everything that may still configure an element had its turn: the page's own scripts have run, and no
 * provider around it waits for its definition.
 */
export class PageReady implements ReactiveController {
  readonly #host: ControllerHost;

  constructor(host: ControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get value(): boolean {
    return document.readyState === 'complete' && !hasUndefinedProvider(this.#host);
  }

  hostConnected(): void {
    if (document.readyState !== 'complete') window.addEventListener('load', this.#ready);
  }

  hostDisconnected(): void {
    window.removeEventListener('load', this.#ready);
  }

  // The page counts as complete just before `load`, and its listeners still may configure.
  readonly #ready = (): void => {
    window.removeEventListener('load', this.#ready);
    this.#host.requestUpdate();
  };
}

/** Whatever the prefix, the tag ends so; other undefined tags, such as Angular's, are never defined. */
const undefinedProvider = /-provider$/;

function hasUndefinedProvider(element: HTMLElement): boolean {
  let node: Node | null = element.parentNode;
  while (node !== null) {
    if (node instanceof Element && undefinedProvider.test(node.localName) && node.matches(':not(:defined)'))
      return true;
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return false;
}
