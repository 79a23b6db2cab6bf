import { expect, test } from 'vitest';
import { ownerReferences } from './owner-reference.ts';

test('what names a kind and an object is read, with its place and its canonical kind', () => {
  const object = {
    metadata: {
      ownerReferences: [
        { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'shop', uid: 'u1', controller: true, blockOwnerDeletion: true },
        { apiVersion: 'extensions/v1beta1', kind: 'Deployment', name: 'old', uid: 'u2', controller: 'true' },
        { apiVersion: 'v1', kind: 'Node', name: 'node-1' },
        { kind: 'Node', name: 'no-version', uid: 7 },
      ],
    },
  };
  const flags = { controller: false, blockOwnerDeletion: false };
  expect(ownerReferences(object)).toEqual([
    {
      index: 0,
      apiVersion: 'apps/v1',
      group: 'apps',
      kind: 'ReplicaSet',
      name: 'shop',
      uid: 'u1',
      controller: true,
      blockOwnerDeletion: true,
    },
    { index: 1, apiVersion: 'extensions/v1beta1', group: 'apps', kind: 'Deployment', name: 'old', uid: 'u2', ...flags },
    { index: 2, apiVersion: 'v1', group: '', kind: 'Node', name: 'node-1', uid: '', ...flags },
    { index: 3, apiVersion: '', group: '', kind: 'Node', name: 'no-version', uid: '', ...flags },
  ]);
});

test.each([
  null,
  [],
  {},
  { metadata: [] },
  { metadata: { ownerReferences: {} } },
  {
    metadata: {
      ownerReferences: [null, 'x', 1, [], {}, { kind: 'Pod' }, { name: 'x' }, { kind: '', name: 'x' }, { kind: 'Pod', name: 5 }],
    },
  },
])('%j names none', (object) => {
  expect(ownerReferences(object)).toEqual([]);
});
