// A Vite plugin for a build into one file: what the sources fetch when it is wanted is in it anyway, so it is imported at
// once. Left as it is, a bundler would wrap each such module and all that it imports to run it late.
import MagicString from 'magic-string';

/** @param {any} node @param {(call: any) => void} found */
function walk(node, found) {
  if (node === null || typeof node !== 'object') return;
  if (Array.isArray(node)) return node.forEach(child => walk(child, found));
  if (node.type === 'ImportExpression' && node.source.type === 'Literal') found(node);
  Object.values(node).forEach(child => walk(child, found));
}

// The bundler's own helper makes a module's object of all that it finds in a list, also of what a page gave to
// `Object.prototype`.
const everyName = 'for (var name in all)';
const ownNames = 'for (var name of Object.keys(all))';

/** @returns {import('vite').Plugin} */
export function eagerImports() {
  return {
    name: 'eager-imports',
    enforce: 'post',
    apply: 'build',
    transform: {
      // Languages stay files beside the one.
      filter: { id: { include: /\/src\/.*\.ts$/, exclude: /\/words\/locales\.ts$/ }, code: /\bimport\(/ },
      handler(code) {
        const text = new MagicString(code);
        let count = 0;
        walk(this.parse(code), ({ start, end, source }) => {
          const name = `wanted${count++}`;
          text.prepend(`import * as ${name} from ${JSON.stringify(source.value)};\n`);
          text.update(start, end, `Promise.resolve(${name})`);
        });
        return count > 0 ? { code: text.toString(), map: text.generateMap({ hires: true }) } : null;
      },
    },
    renderChunk(code) {
      const text = new MagicString(code).replace(everyName, ownNames);
      if (!text.hasChanged()) this.error('The helper of the bundler that makes objects of modules is another one now.');
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
  };
}
