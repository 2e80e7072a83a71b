// `import('../src/define/define-batch-sync.js?older')` is the same code once more, every module of it anew, which takes
// itself for an older version: two hosts on one page may each bring a copy of the library.

const mark = '?older';

/** @param {string} id */
const isMarked = id => id.endsWith(mark);

/** @param {string} id */
const unmarked = id => id.replace(mark, '');

/** @returns {import('vite').Plugin} */
export function anotherVersion() {
  return {
    name: 'another-version',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const isOfMarked = source.startsWith('.') && importer !== undefined && isMarked(importer);
      if (!isMarked(source) && !isOfMarked) return undefined;
      const found = await this.resolve(unmarked(source), importer && unmarked(importer), options);
      return found && `${found.id}${mark}`;
    },
    transform(code, id) {
      return id.endsWith(`/core/version.ts${mark}`) ? code.replace(/'[\d.]+'/, "'0.0.9'") : undefined;
    },
  };
}
