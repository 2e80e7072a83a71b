// The last lines of a run: how many test files ran in which browser, and for people and programs alike, `N passed, N failed`.

/** @typedef {{tests: {passed: boolean, skipped: boolean}[], suites: Suite[]}} Suite */

/** @param {Suite} suite @returns {{passed: boolean, skipped: boolean}[]} */
function testsOf(suite) {
  return [...suite.tests, ...suite.suites.flatMap(testsOf)];
}

/** @param {import('@web/test-runner-core').TestSession[]} sessions */
export function count(sessions) {
  let passed = 0;
  let failed = 0;
  for (const session of sessions) {
    const tests = session.testResults ? testsOf(session.testResults).filter(test => !test.skipped) : [];
    const broken = tests.filter(test => !test.passed).length;
    passed += tests.length - broken;
    // A file that never ran, or that broke a rule outside its tests, is a failure of its own.
    failed += broken || (session.passed ? 0 : 1);
  }
  return { passed, failed };
}

/** How many test files ran in which browser. @param {import('@web/test-runner-core').TestSession[]} sessions */
function ranIn(sessions) {
  const names = [...new Set(sessions.map(({ browser }) => browser.name))];
  return names.map(name => `${sessions.filter(({ browser }) => browser.name === name).length} in ${name}`).join(', ');
}

/**
 * A reporter that prints them when the process ends, after everything else.
 * @param {() => number} more what failed beside the tests, known at the end
 */
export function resultLine(more = () => 0) {
  let result = { passed: 0, failed: 1 };
  let ran = 'none';
  // Static checks that failed before the tests (check.mjs) count too: the line never says 0 failed beside an error.
  const before = Number(process.env.FAILED_CHECKS ?? 0);
  return {
    start() {
      process.once('exit', () => {
        const failed = result.failed + before + more();
        console.log(`\nTest files: ${ran}`);
        console.log(`${result.passed} passed, ${failed} failed`);
        if (failed > 0) process.exitCode = 1;
      });
    },
    /** @param {{sessions: import('@web/test-runner-core').TestSession[]}} run */
    onTestRunFinished({ sessions }) {
      result = count(sessions);
      ran = ranIn(sessions);
    },
  };
}
