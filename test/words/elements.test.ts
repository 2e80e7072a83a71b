import { expect } from '@open-wc/testing';
import type { CatalogueEntries } from '../../src/words/catalogue.js';
import { batchActsEnglish } from '../../src/words/en-batch-acts.js';
import { detailEnglish } from '../../src/words/en-detail.js';
import { gatewayEnglish } from '../../src/words/en-gateway.js';
import { tableEnglish } from '../../src/words/en-table.js';
import { deskEnglish } from '../../src/words/en-upload-desk.js';
import { uploadEnglish } from '../../src/words/en-upload.js';
import { decideEnglish } from '../../src/words/en-decide.js';
import { aside } from '../../src/words/en/aside.js';
import { download } from '../../src/words/en/download.js';
import { filterPanels } from '../../src/words/en/filter-panels.js';
import { found } from '../../src/words/en/found.js';
import { layout } from '../../src/words/en/layout.js';
import { menu } from '../../src/words/en/menu.js';
import { en } from '../../src/words/index.js';

const sources = import.meta.glob<string>('../../src/{core,state,ui,elements}/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const keys = Object.keys(en);
const atOnce = /^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'/gms;
const byNeed = /import\('(\.[^']+)'\)/g;

/** What an element has in it, and what comes later with the words of its own. */
const elements: Readonly<
  Record<string, { first: CatalogueEntries; pieces: Readonly<Record<string, CatalogueEntries>> }>
> = {
  detail: {
    first: detailEnglish,
    pieces: {
      './detail-acts.piece.js': batchActsEnglish,
      './detail-aside.piece.js': aside,
      './detail-decision.piece.js': decideEnglish,
      './detail-download.piece.js': download,
    },
  },
  table: {
    first: tableEnglish,
    pieces: {
      './table-filters.piece.js': filterPanels,
      './table-find.piece.js': found,
      './table-gateway.piece.js': gatewayEnglish,
      './table-layout.piece.js': layout,
      './table-menu.piece.js': menu,
    },
  },
  upload: { first: uploadEnglish, pieces: { './upload-desk.piece.js': deskEnglish } },
};

function sourceOf(path: string): string | undefined {
  return sources[path]?.replaceAll(/\/\*\*.*?\*\//gs, '');
}

function targetOf(path: string, specifier: string): string {
  const target = new URL(specifier.replace(/\.js$/, '.ts'), `http://test/a/b/${path.replace('../../', '')}`);
  return target.pathname.replace('/a/b/', '../../');
}

/** The code of a module and all that it imports at once; words themselves aside. */
function codeOf(path: string, seen = new Map<string, string>()): string {
  const source = sourceOf(path);
  if (source === undefined || seen.has(path)) return '';
  seen.set(path, source);
  for (const [, specifier] of source.matchAll(atOnce)) codeOf(targetOf(path, specifier!), seen);
  return [...seen.values()].join('\n');
}

/** What is looked up: each key that is written out, and each that begins as a key that is put together does. */
function keysIn(code: string): string[] {
  const beginnings = [...code.matchAll(/\.(?:t|has)\(\s*`([a-z][\w.-]*\.)\$\{/g)].map(match => match[1]!);
  return keys.filter(key => code.includes(`'${key}'`) || beginnings.some(beginning => key.startsWith(beginning)));
}

describe('the English words of an element', () => {
  for (const [name, { first, pieces }] of Object.entries(elements)) {
    const path = `../../src/elements/${name}.ts`;

    it(`are all that <batch-sync-${name}> draws and says at first`, () => {
      const needed = keysIn(codeOf(path));
      expect(needed.length).to.be.greaterThan(60);
      expect(needed.filter(key => !Object.hasOwn(first, key))).to.deep.equal([]);
    });

    it(`come with each piece that <batch-sync-${name}> wants later`, () => {
      const wanted = [...sourceOf(path)!.matchAll(byNeed)].map(([, specifier]) => specifier!);
      expect(wanted.sort()).to.deep.equal(Object.keys(pieces).sort());
      for (const [specifier, words] of Object.entries(pieces)) {
        const needed = keysIn(codeOf(targetOf(path, specifier)));
        const known = { ...first, ...words };
        expect(
          needed.filter(key => !Object.hasOwn(known, key)),
          specifier,
        ).to.deep.equal([]);
      }
    });
  }
});
