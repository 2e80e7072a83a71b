import { html, nothing, type TemplateResult } from 'lit';
import { isModified, isRepeated } from './press.js';

export interface LinkContent {
  /** `null` where there is no address: then it is a button. */
  readonly href: string | null;
  readonly content: TemplateResult | string;
  readonly part?: string;
  /** What it looks like; a link in running text where nothing else is said. */
  readonly className?: string;
  /** Called for a plain click or key; whoever opens a new tab or window is left to the browser. */
  readonly act: (event: Event) => void;
}

/** A real link where there is an address, so that it can be opened in a new tab; else a button that looks like one. */
export function link({ href, content, part, className = 'link', act }: LinkContent): TemplateResult {
  const press = (event: MouseEvent) => {
    if (isRepeated(event)) event.preventDefault();
    else act(event);
  };
  if (href === null) {
    return html`<button class=${className} part=${part ?? nothing} type="button" @click=${press}>${content}</button>`;
  }
  const follow = (event: MouseEvent) => {
    if (!isModified(event)) press(event);
  };
  return html`<a class=${className} part=${part ?? nothing} href=${href} @click=${follow}>${content}</a>`;
}
