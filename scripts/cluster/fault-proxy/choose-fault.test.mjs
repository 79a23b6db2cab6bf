import { expect, test } from 'vitest';
import { createChooser } from './choose-fault.mjs';

const pods = { method: 'GET', path: '/api/v1/pods', query: { limit: '500', continue: 'abc' } };
const hang = /** @type {const} */ ({ type: 'hang' });

/** @type {[string, import('../types.ts').FaultMatch, boolean][]} */
const matches = [
  ['the path', { path: '/api/v1/pods' }, true],
  ['a part of the path', { path: '/api/v1' }, false],
  ['a pattern', { path: /pods$/ }, true],
  ['a pattern that fits nowhere', { path: /^pods/ }, false],
  ['the method', { method: 'GET', path: /./ }, true],
  ['another method', { method: 'POST', path: /./ }, false],
  ['a parameter', { path: /./, query: { limit: '500' } }, true],
  ['a parameter of another value', { path: /./, query: { limit: '50' } }, false],
  ['a parameter by a pattern', { path: /./, query: { continue: /./ } }, true],
  ['a parameter that is there and must not be', { path: /./, query: { continue: null } }, false],
  ['a parameter that must not be there', { path: /./, query: { watch: null } }, true],
  ['a parameter that is not there', { path: /./, query: { watch: /./ } }, false],
];

test.each(matches)('%s', (_name, match, expected) => {
  expect(createChooser([{ match, action: hang }])(pods)).toEqual(expected ? hang : null);
});

test('after and times count matching requests; the first fault that applies is the one', () => {
  const cut = /** @type {const} */ ({ type: 'cut' });
  const choose = createChooser([
    { match: { path: /pods/g }, after: 1, times: 2, action: cut },
    { match: { path: '/api/v1/pods' }, action: hang },
  ]);
  expect(choose({ ...pods, path: '/api/v1/nodes' })).toBe(null);
  expect([1, 2, 3, 4].map(() => choose(pods)?.type)).toEqual(['hang', 'cut', 'cut', 'hang']);
});
