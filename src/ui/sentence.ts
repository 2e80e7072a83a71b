import type { TemplateResult } from 'lit';

/**
 * A sentence of the catalogue whose placeholders are filled with markup. `text` is the sentence with its placeholders,
 * as `words.t()` gives it without params.
 */
export function sentence(
  text: string,
  parts: Readonly<Record<string, TemplateResult | string>>,
): (TemplateResult | string)[] {
  return text
    .split(/\{(\w+)\}/)
    .map((piece, index) => (index % 2 === 1 && Object.hasOwn(parts, piece) ? (parts[piece] ?? '') : piece));
}
