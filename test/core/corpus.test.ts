import { expect } from '@open-wc/testing';
import { batchSync } from '../../src/core/batch-sync.js';
import { validateFile } from '../../src/core/intake/validate.js';
import type { Issue } from '../../src/core/issue.js';
import { loadCorpus, type Answer, type Corpus, type FilenameCase, type ManifestCase } from '../support/corpus.js';

type Case = ManifestCase | FilenameCase;

const batchSize = 50;

/** What the judge calls an error of ours; `null` where it has no word for it. */
function kindOf({ code, column }: Issue): string | null {
  const isRequired = batchSync.columns.some(({ name, required }) => name === column && required);
  switch (code) {
    case 'not_csv':
    case 'unclosed_quote':
    case 'malformed_quote':
    case 'wrong_delimiter':
      return 'INVALID_FILE_FORMAT';
    case 'missing_column':
    case 'column_alias':
      return isRequired ? 'MISSING_MANDATORY_FIELD' : 'HEADER_MISMATCH';
    case 'duplicate_column':
    case 'unknown_column':
    case 'column_order':
      return 'HEADER_MISMATCH';
    case 'missing_cell':
    case 'extra_cell':
      return 'COLUMN_COUNT_MISMATCH';
    case 'empty_value':
      return 'EMPTY_ORDER_ID';
    case 'invalid_value':
    case 'surrounding_space':
    case 'control_character':
      return column === 'order_id' ? 'INVALID_ORDER_ID' : 'INVALID_VALUE';
    case 'value_too_long':
      return 'INVALID_VALUE';
    case 'duplicate_value':
      return 'DUPLICATE_ORDER_ID';
    case 'row_limit_exceeded':
      return 'ROW_LIMIT_EXCEEDED';
    case 'empty_file':
    case 'no_rows':
      return 'EMPTY_FILE';
    case 'invalid_encoding':
      return 'INVALID_ENCODING';
    case 'file_too_large':
      return 'FILE_TOO_LARGE';
    default:
      return null;
  }
}

async function answer(one: Case, content: Uint8Array<ArrayBuffer>): Promise<Answer> {
  const maxBytes = ('config' in one && one.config?.maxFileBytes) || batchSync.limits.maxBytes;
  const definition = { ...batchSync, limits: { ...batchSync.limits, maxBytes } };
  const file = new File([content], one.filename, { type: one.mime });
  const { ok, issues, records } = await validateFile(file, definition);
  const errors = issues
    .filter(({ severity }) => severity === 'error')
    .flatMap(issue => {
      const kind = kindOf(issue);
      return kind ? [{ kind, row: issue.row, line: issue.line }] : [];
    });
  const verdict = ok ? 'accept' : 'reject';
  // Of a file's name only the verdict is known.
  return 'content' in one ? { verdict, errors } : { verdict, errors, rows: records.map(({ cells }) => [...cells]) };
}

/** The judge's complaints about each case. */
async function complaintsOf(corpus: Corpus): Promise<{ one: Case; complaints: string[] }[]> {
  const cases: Case[] = [...corpus.cases, ...corpus.filenames];
  const complaints: string[][] = [];
  for (let start = 0; start < cases.length; start += batchSize) {
    const batch = cases.slice(start, start + batchSize);
    const pairs = batch.map(async (one): Promise<[Case, Answer]> => {
      return [one, await answer(one, await corpus.fetchBytes('file' in one ? one.file : one.content))];
    });
    complaints.push(...(await corpus.judge(await Promise.all(pairs))));
  }
  return cases.map((one, index) => ({ one, complaints: complaints[index] }));
}

const corpus = await loadCorpus();
const judged = corpus ? await complaintsOf(corpus) : [];
const right = judged.filter(({ complaints }) => complaints.length === 0).length;

describe(`The conformance corpus: ${corpus ? `${right} of ${judged.length} cases right` : 'ABSENT, NOT RUN'}`, () => {
  if (!corpus) {
    it.skip('is not beside the project: ../shared/corpus');
    return;
  }
  const categoryOf = ({ one }: (typeof judged)[number]) => ('file' in one ? one.category : 'file names');
  for (const category of new Set(judged.map(categoryOf))) {
    const cases = judged.filter(result => categoryOf(result) === category);
    const sound = cases.filter(({ complaints }) => complaints.length === 0).length;
    it(`${category}: ${sound} of ${cases.length}`, () => {
      const wrong = cases.filter(({ complaints }) => complaints.length > 0);
      expect(wrong.map(({ one, complaints }) => `${one.id}: ${complaints.join('; ')}`)).to.deep.equal([]);
    });
  }
});
