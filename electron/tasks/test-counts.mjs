// @ts-check
// Turns the reports of the two test runners into plain counts that can be added up.

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * @param {any} report vitest's JSON report; undefined when it wrote none
 * @param {number} code its exit code
 * @returns {Counts}
 */
export function countVitest(report, code) {
  return honest(
    {
      passed: report?.numPassedTests ?? 0,
      failed: report?.numFailedTests ?? 0,
      skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    },
    code,
  );
}

/**
 * @param {any} report Playwright's JSON report; undefined when it wrote none
 * @param {number} code its exit code
 * @returns {Counts} a test that passed only on a second try counts as passed (the report names it)
 */
export function countPlaywright(report, code) {
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = report?.stats ?? {};
  return honest({ passed: expected + flaky, failed: unexpected, skipped }, code);
}

/**
 * A runner that ends badly without naming a failed test (a file that does not load, an error between tests, no test at all) has failed too.
 * So has one that ends well without having run anything.
 * @param {Counts} counts
 * @param {number} code
 * @returns {Counts}
 */
function honest(counts, code) {
  const ranNothing = counts.passed + counts.failed === 0;
  return counts.failed === 0 && (code !== 0 || ranNothing) ? { ...counts, failed: 1 } : counts;
}

/**
 * The closing line of `npm test`, plain so that other programs can read it.
 * @param {readonly Counts[]} counts
 */
export function closingLine(counts) {
  const sum = (/** @type {keyof Counts} */ key) => counts.reduce((total, count) => total + count[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
