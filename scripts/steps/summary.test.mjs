import { expect, test } from 'vitest';
import { countsOf, summaryOf } from './summary.mjs';

const types = { name: 'types', ok: true, seconds: 1.25, tests: null };
const tests = { name: 'tests', ok: true, seconds: 60, tests: { passed: 40, failed: 0, skipped: 2, failures: [] } };

test('a line a step, then tests and steps counted together', () => {
  expect(summaryOf([types, tests])).toEqual({
    lines: ['types          ok, 1.3 s', 'tests          ok, 60.0 s (40 passed, 0 failed, 2 skipped)', '42 passed, 0 failed, 2 skipped'],
    ok: true,
  });
});

test('a failed step is a failure, also where each of its tests passed (a coverage floor, a file that does not load)', () => {
  const { lines, ok } = summaryOf([types, { ...tests, ok: false }]);
  expect(lines.at(-1)).toBe('41 passed, 1 failed, 2 skipped');
  expect(ok).toBe(false);
});

test("vitest's report", () => {
  expect(countsOf('{"numPassedTests": 3, "numFailedTests": 1, "numPendingTests": 2, "numTodoTests": 1}')).toEqual({
    passed: 3,
    failed: 1,
    skipped: 3,
    failures: [],
  });
  expect(countsOf('')).toEqual({ passed: 0, failed: 0, skipped: 0, failures: [] });
});

test('what failed is a line each: in a long output the end is what is read', () => {
  const report = {
    testResults: [
      {
        name: `${process.cwd()}/a.test.ts`,
        status: 'failed',
        assertionResults: [
          { fullName: 'one', status: 'passed' },
          { fullName: 'group two', status: 'failed', failureMessages: ['\u001b[31mexpected\u001b[39m 1\n  to be 2'] },
        ],
      },
      { name: `${process.cwd()}/b.test.ts`, status: 'failed', message: 'it does not load', assertionResults: [] },
    ],
  };
  const { failures } = countsOf(JSON.stringify(report));
  expect(failures).toEqual(['FAILED a.test.ts: group two: expected 1 to be 2', 'FAILED b.test.ts: it does not load']);
  const { lines } = summaryOf([{ ...tests, ok: false, tests: { ...tests.tests, failures } }]);
  expect(lines.slice(1, 3)).toEqual(failures);
});
