/** What all steps came to, for people, with a last line for programs. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ name: string, ok: boolean, seconds: number, tests: Counts | null }} StepResult `tests` of steps that run tests */

/**
 * A line a step, then `N passed, N failed, N skipped`: the tests and the steps themselves.
 * @param {readonly StepResult[]} results
 * @returns {{ lines: string[], ok: boolean }}
 */
export function summaryOf(results) {
  const lines = results.map(({ name, ok, seconds, tests }) => {
    const counts = tests === null ? '' : ` (${phrase(tests)})`;
    return `${name.padEnd(14)} ${ok ? 'ok' : 'failed'}, ${seconds.toFixed(1)} s${counts}`;
  });
  const steps = results.map(({ ok }) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }));
  const total = [...steps, ...results.flatMap(({ tests }) => tests ?? [])].reduce(add);
  return { lines: [...lines, phrase(total)], ok: total.failed === 0 };
}

/**
 * From vitest's JSON report.
 * @param {string} report
 * @returns {Counts} zeros where vitest broke before it wrote one; its exit code says so, too
 */
export function countsOf(report) {
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report === '' ? {} : JSON.parse(report);
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/** @param {Counts} a @param {Counts} b */
function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** @param {Counts} counts */
function phrase({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
