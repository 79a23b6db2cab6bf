import { expect, test } from 'vitest';
import { didYouMean, suggestions } from './suggest.ts';

const KINDS = ['pods', 'podtemplates', 'services', 'secrets', 'deployments', 'nodes'];

test.each([
  ['pod', ' Did you mean "pods"?'],
  ['PODZ', ' Did you mean "pods"?'],
  ['deploymnets', ' Did you mean "deployments"?'],
  ['zzzzzzzzzz', ''],
  ['', ''],
  ['x'.repeat(10_000), ''],
])('%.20s', (name, expected) => {
  expect(didYouMean(name, KINDS)).toBe(expected);
});

test('the nearest come first, three at most, each once', () => {
  expect(suggestions('ab', ['abcd', 'abc', 'ab', 'abc', 'xb', 'ax'])).toEqual(['ab', 'abc', 'ax']);
  expect(didYouMean('nods', ['nodes', 'pods'])).toBe(' Did you mean "nodes" or "pods"?');
  expect(didYouMean('ods', ['nodes', 'pods', 'odes'])).toBe(' Did you mean "odes", "pods" or "nodes"?');
});
