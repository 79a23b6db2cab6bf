import { expect, test } from 'vitest';
import type { JsonObject } from '../records/record.ts';
import { podResources, totalText } from './pod-resources.ts';

const asks = (requests: JsonObject, rest: JsonObject = {}): JsonObject => ({ resources: { requests, limits: requests }, ...rest });
const totals = (spec: JsonObject, field: 'requests' | 'limits' = 'requests') =>
  Object.fromEntries([...podResources({ spec }, field)].map(([name, total]) => [name, totalText(total)]));

test('containers are added up', () => {
  expect(totals({ containers: [asks({ cpu: '100m', memory: '1Gi' }), asks({ cpu: '0.2' }), {}] })).toEqual({
    cpu: '300m',
    memory: '1073741824',
  });
});

test('an init container counts where it asks for more than all others together', () => {
  const containers = [asks({ cpu: '1', memory: '1Gi' })];
  expect(totals({ containers, initContainers: [asks({ cpu: '4', memory: '1Mi' }), asks({ cpu: 3 })] })).toEqual({
    cpu: '4',
    memory: '1073741824',
  });
});

test('a sidecar runs beside the containers, and beside the init containers after it', () => {
  const sidecar = asks({ cpu: '1' }, { restartPolicy: 'Always' });
  expect(totals({ containers: [asks({ cpu: '2' })], initContainers: [sidecar] })).toEqual({ cpu: '3' });
  expect(totals({ containers: [asks({ cpu: '2' })], initContainers: [sidecar, asks({ cpu: '5' })] })).toEqual({ cpu: '6' });
  expect(totals({ containers: [asks({ cpu: '2' })], initContainers: [asks({ cpu: '5' }), sidecar] })).toEqual({ cpu: '5' });
});

test('what the whole Pod asks for goes before its containers, and the overhead comes on top', () => {
  const spec = {
    containers: [asks({ cpu: '2', memory: '1Ki' })],
    resources: { requests: { cpu: '3' } },
    overhead: { cpu: '250m', memory: '1Ki' },
  };
  expect(totals(spec)).toEqual({ cpu: '3250m', memory: '2048' });
  expect(totals({ containers: [{}], overhead: { cpu: '250m' } }, 'limits')).toEqual({});
});

test.each([
  {},
  { containers: 'none' },
  { containers: [null, { resources: 7 }, asks({ cpu: 'much', memory: '-1' })] },
  { containers: [{}], overhead: [] },
])('what cannot be read counts nothing: %j', (spec) => {
  expect(totals(spec as JsonObject)).toEqual({});
});
