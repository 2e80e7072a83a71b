import { expect } from '@open-wc/testing';
import { batchSync } from '../../src/core/batch-sync.js';
import { validateText } from '../../src/core/intake/validate.js';
import { createWords, describe as wordsOf, en } from '../../src/words/index.js';
import type { Catalogue } from '../../src/words/index.js';

const texts = (changes: Partial<Catalogue['texts']>): Catalogue['texts'] => ({ ...en, ...changes });

describe('words of several languages over each other', () => {
  it('each has the plural of its own language', () => {
    const rows = { one: 'ein Zeil', other: '{count} Zeilen' };
    const catalogue: Catalogue = { locale: 'de', texts: texts({ 'upload.file.rows': rows }) };
    expect(createWords({ locale: 'de', catalogue }).t('upload.file.rows', { count: 1 })).to.equal('ein Zeil');
    // Japanese has one form only, but an English sentence that stands in for it has two.
    expect(createWords({ locale: 'ja' }).t('upload.file.rows', { count: 1 })).to.equal('1 row');
    const messages = { 'upload.file.rows': { one: 'une', many: 'beaucoup', other: '{count} lignes' } };
    const french = createWords({ locale: 'fr', catalogue, messages });
    expect([0, 2, 1_000_000].map(count => french.t('upload.file.rows', { count }))).to.deep.equal([
      'une',
      '2 lignes',
      'beaucoup',
    ]);
  });

  it('a host’s words go over the language’s, and English stands in for what neither has', () => {
    const catalogue: Catalogue = { locale: 'de', texts: { 'action.retry': 'Noch einmal' } as Catalogue['texts'] };
    const words = createWords({ locale: 'de', catalogue, messages: { 'action.close': 'Zu' } });
    const said = [words.t('action.retry'), words.t('action.close'), words.t('action.cancel')];
    expect(said).to.deep.equal(['Noch einmal', 'Zu', 'Cancel']);
    expect(words.has('action.cancel')).to.equal(true);
    expect(words.has('toString')).to.equal(false);
  });
});

describe('the language of words', () => {
  const arabic: Catalogue = { locale: 'ar', texts: en };
  const cases: readonly [situation: string, options: Parameters<typeof createWords>[0], told: [string, string]][] = [
    ['no words for the locale', { locale: 'he' }, ['en', 'ltr']],
    ['no words for the locale but the host’s own', { locale: 'he', messages: {} }, ['he', 'rtl']],
    ['a region of the language', { locale: 'ar-EG', catalogue: arabic }, ['ar-EG', 'rtl']],
    ['the words of a relative', { locale: 'pt-PT', catalogue: { locale: 'pt-BR', texts: en } }, ['pt-PT', 'ltr']],
    ['English in a region', { locale: 'en-IN' }, ['en-IN', 'ltr']],
    ['a locale that is none', { locale: 'not a language' }, ['en', 'ltr']],
  ];
  for (const [situation, options, told] of cases) {
    it(situation, () => {
      const { language, direction } = createWords(options);
      expect([language, direction]).to.deep.equal(told);
    });
  }
});

describe('a name in a sentence', () => {
  const file = 'october (1).csv';

  it('is isolated where the sentence is written from the right', () => {
    const words = createWords({ locale: 'ar', catalogue: { locale: 'ar', texts: en } });
    expect(words.t('cancel.done', { file })).to.equal(`“\u2068${file}\u2069” was canceled.`);
    expect(words.t('place.row', { row: 7 })).not.to.include('\u2068');
  });

  it('is isolated where it is itself written from the right', () => {
    const words = createWords({ locale: 'en' });
    expect(words.t('cancel.done', { file: 'ملف.csv' })).to.equal('“\u2068ملف.csv\u2069” was canceled.');
    expect(words.t('cancel.done', { file })).to.equal(`“${file}” was canceled.`);
  });
});

describe('a fault that nobody sees', () => {
  const words = createWords({ locale: 'en' });
  const header = 'order_id,txn_id,unique_request_id';
  const idFault = 'Only letters, numbers, _ and -';
  const table: [name: string, text: string, message: string, detail: string][] = [
    ['a comma at the end of the header', `${header},\nA1,,,\n`, 'Column 4 has no name', ''],
    ['a name of blanks', `${header},\u00A0\nA1,,,\n`, 'Column 4 has no name', ''],
    [
      'a mark in a name',
      `"\uFEFF${header.replace(',', '",')}\nA1,,\n`,
      'Column “[U+FEFF]order_id” should be order_id',
      '',
    ],
    ['a control character in a name', `${header},x\u001A y\nA1,,,\n`, 'Column “x␚ y” is not expected', ''],
    ['a letter of another script', `${header}\n\u04101,,\n`, idFault, '\u0410 (U+0410)'],
    ['a letter beyond the first plane', `${header}\n\u{1D400},,\n`, idFault, '\u{1D400} (U+1D400)'],
    ['a space without width', `${header}\nA\u200B1,,\n`, idFault, '[U+200B]'],
    ['a line end in an ID', `${header}\n"A\n1",,\n`, idFault, '␊'],
    ['what all can see', `${header}\nA.1,,\n`, idFault, ''],
    ['what all can see in a value that is cut short', `${header}\n.${'A'.repeat(100)},,\n`, idFault, ''],
  ];
  for (const [name, text, message, detail] of table) {
    it(`${name} is named`, () => {
      const [issue] = validateText(text, batchSync).issues;
      const said = wordsOf(issue, batchSync, words);
      expect([said.message, said.detail]).to.deep.equal([message, detail]);
    });
  }

  it('is placed, be it that for which the whole file is refused', () => {
    const [issue] = validateText(`${header}\nA1,,\nA2,\0,\n`, batchSync).issues;
    expect([issue.line, wordsOf(issue, batchSync, words).place]).to.deep.equal([undefined, 'Line 3']);
  });

  it('is not called nameless where nobody says which column it is', () => {
    const issue = { code: 'unknown_column', severity: 'error', params: { found: '' } } as const;
    expect(wordsOf(issue, batchSync, words).message).to.equal('Column “” is not expected');
  });
});
