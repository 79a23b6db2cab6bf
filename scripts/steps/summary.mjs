/** What all steps came to, for people, with a last line for programs. */
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {Counts & { failures: readonly string[] }} Tests `failures`: a line each */
/** @typedef {{ name: string, ok: boolean, seconds: number, tests: Tests | null }} StepResult `tests` of steps that run tests */

/**
 * A line a step, one a test that failed (long outputs are read from their end), then `N passed, N failed, N skipped`: the tests and the steps themselves.
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
  const failures = results.flatMap(({ tests }) => tests?.failures ?? []);
  return { lines: [...lines, ...failures, phrase(total)], ok: total.failed === 0 };
}

/**
 * From vitest's JSON report.
 * @param {string} report
 * @returns {Tests} zeros where vitest broke before it wrote one; its exit code says so, too
 */
export function countsOf(report) {
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numPendingTests = 0,
    numTodoTests = 0,
    testResults = [],
  } = report === '' ? {} : JSON.parse(report);
  const failures = testResults.flatMap(failuresOf);
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests, failures };
}

/** @param {{ name: string, status: string, message?: string, assertionResults: readonly { fullName: string, status: string, failureMessages?: readonly string[] }[] }} file */
function failuresOf({ name, status, message = '', assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  const path = relative(process.cwd(), name);
  // A file that does not load has no tests.
  if (failed.length === 0 && status === 'failed') return [failure(path, message)];
  return failed.map(({ fullName, failureMessages = [] }) => failure(`${path}: ${fullName}`, failureMessages.join(' ')));
}

/** @param {string} what @param {string} why */
function failure(what, why) {
  return `FAILED ${what}: ${stripVTControlCharacters(why).replace(/\s+/g, ' ').trim().slice(0, 500)}`;
}

/** @param {Counts} a @param {Counts} b */
function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** @param {Counts} counts */
function phrase({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
