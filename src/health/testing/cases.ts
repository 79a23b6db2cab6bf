/** A table of judgements as tests. */
import { beforeAll, expect, test } from 'vitest';
import { type Case, type RealObjects, realObjects, short } from './real-objects.ts';

export type Row = readonly [expected: string, why: string, object: string, options?: Case, says?: string];

/** Each row: what the object is judged to be, why, which object of the demo, what is changed or known of it, what the message says. */
export function testCases(rows: readonly Row[]): void {
  let real: RealObjects;
  beforeAll(async () => {
    real = await realObjects();
  });
  for (const [expected, why, title, options = {}, says = ''] of rows) {
    test(`${expected}: ${why}`, () => {
      const judged = real.judge(title, options);
      expect(short(judged)).toBe(expected);
      expect(judged?.message ?? '').toContain(says);
    });
  }
}
