import { expect } from '@open-wc/testing';
import { closestLocale, createWords, en, languageFor, locales } from '../../src/words/index.js';
import type { Catalogue, CatalogueText, MessageKey } from '../../src/words/index.js';
import readme from '../../README.md?raw';

const keys = Object.keys(en) as MessageKey[];

async function catalogueOf(tag: string): Promise<Catalogue> {
  const language = languageFor(tag)!;
  if ('load' in language) return language.load();
  return 'texts' in language ? language : { locale: 'en', texts: en };
}

/** Every form of a sentence, by its plural category. */
function formsOf(text: CatalogueText): [category: string, form: string][] {
  return typeof text === 'string' ? [['other', text]] : Object.entries(text);
}

function placeholdersIn(form: string): string[] {
  return [...new Set([...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();
}

/** What tells the forms apart may be said in words where it is a single number: "the row", "two rows". */
const numbers = ['count', 'maxRows', 'maxLength'];
const single = ['zero', 'one', 'two'];

function faultsOf(key: MessageKey, text: CatalogueText, categories: readonly string[]): string[] {
  const english = formsOf(en[key]);
  const known = new Set(english.flatMap(([, form]) => placeholdersIn(form)));
  const needed = placeholdersIn(english.find(([category]) => category === 'other')![1]);
  const faults = typeof text === 'string' ? [] : categories.filter(category => !(category in text));
  for (const [category, form] of formsOf(text)) {
    const found = placeholdersIn(form);
    const lacking = needed.filter(
      name => !found.includes(name) && !(single.includes(category) && numbers.includes(name)),
    );
    if (!categories.includes(category)) faults.push(`${category} is no form of the language`);
    if (form.trim() !== form || form === '') faults.push(`${category} is empty or has blanks around it`);
    faults.push(...lacking.map(name => `${category} lacks {${name}}`));
    faults.push(...found.filter(name => !known.has(name)).map(name => `${category} has {${name}}`));
    if (/\{[^}]*\{|[{}]/.test(form.replace(/\{\w+\}/g, ''))) faults.push(`${category} has a brace too many`);
  }
  return faults.map(fault => `${key}: ${fault}`);
}

describe('the language closest to what is asked for', () => {
  const tags = ['en', 'es', 'pt-BR', 'zh-Hans', 'id', 'ar'];
  const cases: readonly [asked: string, found: string | null][] = [
    ['es', 'es'],
    ['es-MX', 'es'],
    ['es-419', 'es'],
    ['EN-gb', 'en'],
    ['pt-BR', 'pt-BR'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-Hans-SG', 'zh-Hans'],
    ['zh-TW', null],
    ['zh-Hant', null],
    ['in', 'id'],
    ['in-ID', 'id'],
    ['ar-EG', 'ar'],
    ['ar-u-nu-latn', 'ar'],
    ['ar-Latn', null],
    ['pl', null],
    ['', null],
    ['not a language', null],
  ];
  for (const [asked, found] of cases) {
    it(`${asked || 'nothing'}: ${found}`, () => expect(closestLocale(asked, tags)).to.equal(found));
  }

  it('a host’s catalogue goes before ours', () => {
    const own: Catalogue = { locale: 'de-AT', texts: en };
    expect(languageFor('de-AT', [own])).to.equal(own);
    expect(languageFor('de-CH', [own])?.locale).to.equal('de');
    expect(languageFor('de-AT', [undefined as never, { locale: 'de-AT' } as never])?.locale).to.equal('de');
    expect(languageFor('en-US', [{ locale: 'en-XA', texts: en }])?.locale).to.equal('en');
  });
});

describe('the list of languages', () => {
  it('has each once, with what its speakers call it and the direction in which they write', () => {
    expect(new Set(locales.map(({ tag }) => tag)).size).to.equal(locales.length);
    for (const { tag, name, direction } of locales) {
      expect(Intl.getCanonicalLocales(tag)).to.deep.equal([tag]);
      const called = new Intl.DisplayNames(tag, { type: 'language' }).of(tag)!;
      expect(name.toLocaleLowerCase(tag)).to.include(called.toLocaleLowerCase(tag));
      const catalogue: Catalogue = { locale: tag, texts: en };
      expect(createWords({ locale: tag, catalogue }).direction).to.equal(direction);
    }
  });
});

describe('the README', () => {
  it('names every language, and which are drafts', () => {
    const rows = [...readme.matchAll(/^\| `(\S+)` +\| (.+?) +\| (draft|) +\|$/gm)];
    const told = rows.map(([, tag, name, state]) => ({ tag, name, draft: state === 'draft' }));
    expect(told).to.deep.equal(locales.map(({ tag, name, draft }) => ({ tag, name, draft })));
  });
});

for (const { tag, name } of locales) {
  describe(`${name} (${tag})`, () => {
    it('has every word, with the placeholders of the English one and all plural forms of the language', async () => {
      const { locale, texts } = await catalogueOf(tag);
      expect(locale).to.equal(tag);
      expect(Object.keys(texts).sort()).to.deep.equal([...keys].sort());
      const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
      expect(keys.flatMap(key => faultsOf(key, texts[key], pluralCategories))).to.deep.equal([]);
    });

    if (tag === 'en') return;

    it('is translated: what is English in it is a name or a loan', async () => {
      const { texts } = await catalogueOf(tag);
      const sentences = keys.filter(key => / \w+ \w+/.test(formsOf(en[key])[0]![1].replace(/\{\w+\}/g, '')));
      const same = sentences.filter(key => JSON.stringify(texts[key]) === JSON.stringify(en[key]));
      expect(sentences.length).to.be.greaterThan(300);
      expect(same).to.deep.equal([]);
    });

    it('keeps what is a code: column names, statuses in files, names of attributes', async () => {
      const { texts } = await catalogueOf(tag);
      const code = /order_id|base-url|batch-sync-provider|\bQUEUED\b|UTF-(8|16)|SHA-256|\.csv|\.0\b/g;
      for (const key of keys) {
        const codes = new Set(formsOf(en[key])[0]![1].match(code));
        for (const [, form] of formsOf(texts[key])) {
          for (const word of codes) expect(form, key).to.include(word);
        }
      }
    });
  });
}
