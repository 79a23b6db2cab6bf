import { expect, test } from 'vitest';
import { checkCoded } from '../../../test/support/relation-rules.ts';
import type { JsonValue } from '../../records/record.ts';
import { prometheusOperatorKeyExamples } from '../testing/examples/prometheus-operator-keys.ts';
import { keySelectorsIn } from './key-selectors.ts';
import { prometheusOperatorKeyRelations } from './prometheus-operator-keys.ts';

checkCoded(prometheusOperatorKeyRelations, prometheusOperatorKeyExamples);

test('what is nested without end is not followed to its end', () => {
  let value: JsonValue = { name: 'deep', key: 'k' };
  for (let depth = 0; depth < 100_000; depth += 1) value = { below: value };
  expect(keySelectorsIn(value)).toEqual([]);
});

test('keys that no path can say are left out', () => {
  const selector = { name: 's', key: 'k' };
  expect(keySelectorsIn({ "it's": selector, toString: selector, a: selector }).map(({ path }) => path)).toEqual(['spec.a']);
});
