import { expect } from '@open-wc/testing';
import { criteria } from '../stories/guides/wcag.js';

// WCAG 2.2, levels A and AA: how many criteria each guideline has. 4.1.1 is gone.
const guidelines: Readonly<Record<string, number>> = {
  '1.1': 1,
  '1.2': 5,
  '1.3': 5,
  '1.4': 9,
  '2.1': 3,
  '2.2': 2,
  '2.3': 1,
  '2.4': 8,
  '2.5': 6,
  '3.1': 2,
  '3.2': 5,
  '3.3': 6,
  '4.1': 2,
};

const files = new Set(Object.keys(import.meta.glob('./**/*.test.ts')).map(path => path.replace('./', '')));

describe('accessibility statement', () => {
  it('goes through every criterion of level A and AA, once', () => {
    const counted: Record<string, number> = {};
    for (const { number } of criteria) {
      const guideline = number.split('.').slice(0, 2).join('.');
      counted[guideline] = (counted[guideline] ?? 0) + 1;
    }
    expect(counted).to.deep.equal(guidelines);
    expect(new Set(criteria.map(({ number }) => number))).to.have.property('size', 55);
    expect(criteria.filter(({ level }) => level === 'A')).to.have.length(31);
  });

  it('says of each that is met what tests it', () => {
    const silent = criteria.filter(({ met, tested }) => met === 'yes' && tested.length === 0);
    expect(silent.map(({ number }) => number)).to.deep.equal([]);
  });

  it('names only tests that there are', () => {
    const named = criteria.flatMap(({ tested }) => tested);
    expect(named.filter(test => !files.has(test) && test !== 'axe' && test !== 'by eye')).to.deep.equal([]);
  });
});
