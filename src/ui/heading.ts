import { type nothing, type TemplateResult } from 'lit';
import { html, literal } from 'lit/static-html.js';

const tags = [literal`h1`, literal`h2`, literal`h3`, literal`h4`, literal`h5`, literal`h6`] as const;

/** A heading of the level that the page's outline asks for, focusable so that focus can be moved to it. */
export function heading(level: number, content: TemplateResult | string | typeof nothing): ReturnType<typeof html> {
  const tag = tags[Math.min(Math.max(Math.trunc(level) || 2, 1), 6) - 1] ?? literal`h2`;
  return html`<${tag} class="heading" part="heading" tabindex="-1">${content}</${tag}>`;
}
