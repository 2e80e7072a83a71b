import { expect } from '@open-wc/testing';
import { csvFiles } from '../../mocks/index.js';
import { batchSync } from '../../src/core/batch-sync.js';
import { validateFile } from '../../src/core/index.js';

const expected: Readonly<Record<keyof typeof csvFiles, readonly string[]>> = {
  valid: [],
  'mixed errors': [
    'empty_value', 'invalid_value', 'missing_cell', 'extra_cell', 'duplicate_value', 'surrounding_space',
    'control_character',
  ], // prettier-ignore
  'too many rows': ['row_limit_exceeded'],
  duplicates: ['duplicate_value'],
  semicolon: ['wrong_delimiter'],
  'windows-1252': ['invalid_encoding'],
};

describe('mock backend: CSV files', () => {
  for (const name of Object.keys(csvFiles) as (keyof typeof csvFiles)[]) {
    it(`"${name}" has what it is named for, and nothing else`, async () => {
      const { issues, ok, rowCount } = await validateFile(csvFiles[name](), batchSync);
      const errors = issues.filter(issue => issue.severity === 'error').map(issue => issue.code);
      expect(new Set(errors)).to.deep.equal(new Set(expected[name]));
      expect(issues.filter(issue => issue.severity !== 'error')).to.deep.equal([]);
      expect(ok).to.equal(errors.length === 0);
      if (name === 'valid') expect(rowCount).to.equal(1000);
    });
  }
});
