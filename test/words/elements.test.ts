import { expect } from '@open-wc/testing';
import { detailEnglish } from '../../src/words/en-detail.js';
import { tableEnglish } from '../../src/words/en-table.js';
import { uploadEnglish } from '../../src/words/en-upload.js';
import { en } from '../../src/words/index.js';

const sources = import.meta.glob<string>('../../src/{core,state,ui,elements}/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const keys = Object.keys(en);
const imported = /^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'|import\('(\.[^']+)'\)/gms;

/** The code of an element and all that it imports, at once or by need; words themselves aside. */
function codeOf(path: string, seen = new Map<string, string>()): string {
  const source = sources[path]?.replaceAll(/\/\*\*.*?\*\//gs, '');
  if (source === undefined || seen.has(path)) return '';
  seen.set(path, source);
  for (const match of source.matchAll(imported)) {
    const target = new URL(
      (match[1] ?? match[2])!.replace(/\.js$/, '.ts'),
      `http://test/a/b/${path.replace('../../', '')}`,
    );
    codeOf(target.pathname.replace('/a/b/', '../../'), seen);
  }
  return [...seen.values()].join('\n');
}

/** What is looked up: each key that is written out, and each that begins as a key that is put together does. */
function keysIn(code: string): string[] {
  const beginnings = [...code.matchAll(/\.(?:t|has)\(\s*`([a-z][\w.-]*\.)\$\{/g)].map(match => match[1]!);
  return keys.filter(key => code.includes(`'${key}'`) || beginnings.some(beginning => key.startsWith(beginning)));
}

describe('the English words of an element', () => {
  for (const [name, english] of Object.entries({ detail: detailEnglish, table: tableEnglish, upload: uploadEnglish })) {
    it(`are all that <batch-sync-${name}> draws and says`, () => {
      const needed = keysIn(codeOf(`../../src/elements/${name}.ts`));
      expect(needed.length).to.be.greaterThan(80);
      expect(needed.filter(key => !Object.hasOwn(english, key))).to.deep.equal([]);
    });
  }
});
