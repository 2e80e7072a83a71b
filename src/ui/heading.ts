import { nothing, type TemplateResult } from 'lit';
import { html, literal } from 'lit/static-html.js';

const tags = [literal`h1`, literal`h2`, literal`h3`, literal`h4`, literal`h5`, literal`h6`] as const;

type Content = TemplateResult | string | typeof nothing;

/** A heading of the level that the page's outline asks for, focusable so that focus can be moved to it. */
export function heading(level: number, content: Content): ReturnType<typeof html> {
  const tag = tagOf(level);
  return html`<${tag} class="heading" part="heading" tabindex="-1">${content}</${tag}>`;
}

/** The heading of a card or section beneath it. */
export function subheading(level: number, content: Content, id = ''): ReturnType<typeof html> {
  const tag = tagOf(level);
  return html`<${tag} class="subheading" tabindex="-1" id=${id || nothing}>${content}</${tag}>`;
}

function tagOf(level: number): (typeof tags)[number] {
  return tags[Math.min(Math.max(Math.trunc(level) || 2, 1), 6) - 1] ?? literal`h2`;
}
