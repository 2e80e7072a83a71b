import { expect } from '@open-wc/testing';
import Papa from 'papaparse';
import { batchSync } from '../../src/core/batch-sync.js';
import { validateText } from '../../src/core/intake/validate.js';
import { H } from './intake-support.js';

const raised = { ...batchSync, limits: { maxRows: 1_000_000, maxBytes: 100_000_000 } };

interface Work {
  /** Code units that were looked at. */
  units: number;
  /** Code units that papaparse was given. */
  parsed: number;
}

/** Counts what a verdict costs in looks at the text, which no machine makes faster or slower. */
function workOf(text: string): Work {
  const work: Work = { units: 0, parsed: 0 };
  const { charCodeAt, indexOf, includes } = String.prototype;
  const { Parser } = Papa;
  const spy = (name: 'charCodeAt' | 'indexOf' | 'includes' | 'Parser', object: object, value: unknown) =>
    Object.defineProperty(object, name, { value, configurable: true, writable: true });
  spy('charCodeAt', String.prototype, function (this: string, index: number) {
    work.units++;
    return charCodeAt.call(this, index);
  });
  spy('indexOf', String.prototype, function (this: string, part: string, from = 0) {
    const found = indexOf.call(this, part, from);
    work.units += (found < 0 ? this.length : found) - Math.max(from, 0) + 1;
    return found;
  });
  spy('includes', String.prototype, function (this: string, part: string) {
    work.units += this.length;
    return includes.call(this, part);
  });
  spy('Parser', Papa, function (options: object) {
    const parser = new Parser(options);
    const { parse } = parser;
    parser.parse = (input, ...rest) => {
      work.parsed += input.length;
      return parse(input, ...rest) as unknown;
    };
    return parser;
  });
  try {
    validateText(text, raised);
  } finally {
    spy('charCodeAt', String.prototype, charCodeAt);
    spy('indexOf', String.prototype, indexOf);
    spy('includes', String.prototype, includes);
    spy('Parser', Papa, Parser);
  }
  return work;
}

/** What is repeated beneath the header. */
const hostile: [name: string, part: string, judged: boolean][] = [
  ['stray quotes and blanks', 'x" ', false],
  ['quotes and blanks', '" ', false],
  ['quotes only', '"', false],
  ['quotes and line ends', '"\n', false],
  ['a stray quote in each row', 'A"1,t,r\n', false],
  ['text after each closing quote', '"A"1,t,r\n', false],
  ['one line without end', 'x', false],
  ['one row of commas', ',', false],
  ['carriage returns', '\r', false],
  ['blank lines between rows', 'A1,t,r\n\n', true],
  ['mixed line ends', 'A1,t,r\nA2,t,r\r\nA3,t,r\r', true],
  ['rows of one cell', 'x\n', true],
  ['quoted rows', '"A1","t,\nu","r"""\n', true],
  ['the same id', 'A1,,\n', true],
  ['ids that differ by case', 'ab,,\naB,,\nAb,,\nAB,,\n', true],
  ['blanks', ' \n', true],
];

describe('The cost of a verdict', () => {
  for (const [name, part, judged] of hostile) {
    it(`grows with the length of the file only: ${name}`, () => {
      const size = 48_000;
      const one = workOf(H + part.repeat(size / part.length));
      const two = workOf(H + part.repeat((2 * size) / part.length));
      expect(one.units)
        .to.be.greaterThan(0)
        .and.lessThan(size * 20);
      expect(two.units / one.units).to.be.lessThan(2.2);
      // What the scan does not let through papaparse never sees; what it does, once, and where rows come back once more.
      expect(two.parsed).to.be.at.most(judged ? 2 * size * 4 : H.length + 2 * size);
    });
  }

  it('keeps what the scan refused from papaparse', () => {
    expect(workOf(`${H}${'x" '.repeat(50_000)}`).parsed).to.equal(H.length - 1);
    expect(workOf(`${H}A1,t,r\n"${'x" '.repeat(50_000)}`).parsed).to.equal(H.length + 'A1,t,r'.length);
  });

  it('gives papaparse one unit for two quotes in a long cell', () => {
    const row = (quotes: string) => `${H}A1,"${quotes}",r`;
    expect(workOf(row('""'.repeat(200_000))).parsed).to.equal(row('"'.repeat(200_000)).length - 1);
  });
});
