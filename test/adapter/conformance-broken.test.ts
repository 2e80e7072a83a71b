import { expect } from '@open-wc/testing';
import { checks } from '../../src/conformance/index.js';
import type { ConformanceReport } from '../../src/conformance/index.js';
import { brokenAdapters } from './broken/adapters.js';
import { brokenBackends } from './broken/index.js';
import { brokenChecks, checkDirect, checkHttp, findingsText } from './conformance-support.js';

/** Nothing but what is broken is found, with the call and the line of the contract. */
function expectFindings(report: ConformanceReport, breaks: readonly string[], call: string): void {
  expect(brokenChecks(report), findingsText(report)).to.deep.equal(breaks.toSorted());
  expect(report.findings.map(finding => finding.call)).to.include(call);
  for (const { check, contract, expected, found } of report.findings) {
    expect(contract).to.equal(checks.find(each => each.check === check)?.contract);
    expect(expected).to.not.equal(found);
  }
  expect(report.ok).to.equal(false);
}

describe('Conformance kit', function () {
  this.timeout(30_000);

  describe('at a backend that', () => {
    for (const { name, breaks, call, only, makerChecker, engine, options, intercept } of brokenBackends) {
      it(`${name}: ${breaks.join(', ')}`, async () => {
        const report = await checkHttp({ intercept, makerChecker, engine, options: { only, ...options } });
        expectFindings(report, breaks, call);
      });
    }
  });

  describe('at an adapter that', () => {
    for (const { name, breaks, call, only, change } of brokenAdapters) {
      it(`${name}: ${breaks.join(', ')}`, async () => {
        expectFindings(await checkDirect({ change, options: { only } }), breaks, call);
      });
    }
  });

  it('has no check that finds nothing anywhere', () => {
    const found = new Set([...brokenBackends, ...brokenAdapters].flatMap(({ breaks }) => breaks));
    expect(checks.map(({ check }) => check).filter(check => !found.has(check))).to.deep.equal([]);
  });
});
