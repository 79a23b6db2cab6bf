import { expect, test } from 'vitest';
import { createKindResolver } from '../../src/kube/kind-names.ts';
import { UsageError } from '../errors.ts';
import { resourceRequests } from './resource-arguments.ts';

const resolver = createKindResolver([{ group: 'shop.example.com', kind: 'Shop', plural: 'shops', singular: 'shop', shortNames: [] }]);
const read = (...words: readonly string[]) => resourceRequests({ words, resolver }).map(({ key, names }) => [key.kind, names]);

test.each<readonly [string[], [string, string[] | null][]]>([
  [['pods'], [['Pod', null]]],
  [
    ['po,svc'],
    [
      ['Pod', null],
      ['Service', null],
    ],
  ],
  [['po', 'a', 'b'], [['Pod', ['a', 'b']]]],
  [
    ['pod/a', 'svc/b', 'pod/c'],
    [
      ['Pod', ['a', 'c']],
      ['Service', ['b']],
    ],
  ],
  [['shops.shop.example.com'], [['Shop', null]]],
])('%j', (words, expected) => {
  expect(read(...words)).toEqual(expected);
});

test('all is what kubectl means by it', () => {
  expect(read('all').map(([kind]) => kind)).toEqual(
    expect.arrayContaining([
      'Pod',
      'Service',
      'DaemonSet',
      'Deployment',
      'ReplicaSet',
      'StatefulSet',
      'HorizontalPodAutoscaler',
      'CronJob',
      'Job',
    ]),
  );
});

test.each([[], ['podz'], ['pod/a', 'svc'], ['pod/'], ['/a'], ['pod/a/b'], ['pods,']])('%j is refused', (...words) => {
  expect(() => read(...words)).toThrow(UsageError);
});
