import { expect, test } from 'vitest';
import type { Gap } from '../../src/store/reader.ts';
import { gapRows } from './gap-rows.ts';

const gap = (kind: string, namespace: string | null, outcome: Gap['outcome'] = 'denied', more: Partial<Gap> = {}): Gap => ({
  group: '',
  kind,
  namespace,
  outcome,
  httpStatus: 403,
  message: 'no',
  listedAt: null,
  ...more,
});
const where = (...gaps: readonly Gap[]) => gapRows({ gaps, namespaces: 5 }).map((row) => [row.kind, row.outcome, row.where]);

test('where each namespace was tried, those that failed are named or counted', () => {
  expect(where(gap('Node', null))).toEqual([['Node', 'denied (403)', 'everywhere']]);
  expect(where(gap('Secret', null), gap('Secret', 'a'), gap('Secret', 'b'))).toEqual([['Secret', 'denied (403)', 'a, b']]);
  const four = ['a', 'b', 'c', 'd'].map((namespace) => gap('Secret', namespace));
  expect(where(...four)).toEqual([['Secret', 'denied (403)', '4 of 5 namespaces']]);
  expect(where(...four, gap('Secret', 'e'), gap('Secret', null))).toEqual([['Secret', 'denied (403)', 'everywhere']]);
});

test('by outcome, then kind; a group that did not answer is named as such', () => {
  const unavailable = gap('*', null, 'unavailable', { group: 'metrics.k8s.io', httpStatus: 503 });
  expect(
    where(unavailable, gap('Pod', null), gap('Node', null), gap('Pod', null, 'not_served', { httpStatus: null })).map(
      ([kind, outcome]) => `${kind} ${outcome}`,
    ),
  ).toEqual(['Node denied (403)', 'Pod denied (403)', 'Pod not served', 'all of metrics.k8s.io unavailable (503)']);
});
