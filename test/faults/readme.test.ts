import { expect } from '@open-wc/testing';
import readme from '../../README.md?raw';
import { faultTables } from './table.js';

/** Without what a formatter adds to make columns of it. */
function bare(markdown: string): string {
  return markdown.replace(/ +/g, ' ').replace(/-{3,}/g, '---').trim();
}

describe('The README', () => {
  it('says of every fault what a person sees, in the words that the tests look for', () => {
    const [, section = ''] = readme.split('\n## What happens when things go wrong\n');
    const tables = section.slice(section.indexOf('### '), section.search(/\n## /));
    expect(bare(tables)).to.equal(bare(faultTables()));
  });
});
