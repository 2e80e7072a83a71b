// A Vite plugin for what is published: styles in `css` templates without their comments and blanks, markup in `html` and
// `svg` templates without the line breaks that only the source has. No minifier of a consumer looks into a template.
import MagicString from 'magic-string';
import { transform } from 'lightningcss';

/** @typedef {{tag: {type: string, name?: string}, quasi: Template}} Tagged */
/** @typedef {{quasis: {start: number, end: number, value: {raw: string, cooked: string | null}}[], expressions: unknown[]}} Template */

/** As they were written: what is lowered for older browsers no longer follows the page (see `cssTarget`). @param {string} source */
function leanCss(source) {
  const { code } = transform({ filename: 'template.css', code: new TextEncoder().encode(source), minify: true });
  return new TextDecoder().decode(code);
}

/** A line break with what is around it is one blank, and none between tags where a browser makes no text of it. @param {string} source */
function leanMarkup(source) {
  return source.replaceAll(/\s*\n\s*/g, '\n');
}

/** The tagged templates of a module, innermost last. @param {any} node @param {(tagged: Tagged) => void} found */
function walk(node, found) {
  if (node === null || typeof node !== 'object') return;
  if (Array.isArray(node)) return node.forEach(child => walk(child, found));
  if (node.type === 'TaggedTemplateExpression' && node.tag.type === 'Identifier') found(node);
  Object.values(node).forEach(child => walk(child, found));
}

/** @returns {import('vite').Plugin} */
export function leanTemplates() {
  return {
    name: 'lean-templates',
    enforce: 'post',
    apply: 'build',
    transform: {
      filter: { id: /\/src\/.*\.ts$/, code: /\b(?:css|html|svg)`/ },
      handler(code) {
        const text = new MagicString(code);
        walk(this.parse(code), ({ tag, quasi }) => {
          const { quasis } = quasi;
          if (tag.name === 'css') {
            if (quasis.length > 1) throw new Error('A stylesheet has an expression in it: it cannot be made smaller.');
            const lean = leanCss(quasis[0].value.cooked ?? '');
            text.update(quasis[0].start, quasis[0].end, lean.replaceAll(/[\\`]|\$\{/g, '\\$&'));
          } else if (tag.name === 'html' || tag.name === 'svg') {
            for (const { start, end, value } of quasis) {
              const lean = leanMarkup(value.raw);
              if (lean !== value.raw) text.update(start, end, lean);
            }
          }
        });
        return text.hasChanged() ? { code: text.toString(), map: text.generateMap({ hires: true }) } : null;
      },
    },
  };
}
