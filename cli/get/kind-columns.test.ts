import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInKinds } from '../../src/kube/built-in-kinds.ts';
import { kindName } from '../../src/kube/kind.ts';
import type { JsonObject } from '../../src/records/record.ts';
import { columnsOf } from './kind-columns.ts';

const withColumns = builtInKinds.filter((kind) => columnsOf(kind) !== undefined);

test('the main kinds have columns of their own', () => {
  expect(withColumns.map(kindName)).toEqual(
    expect.arrayContaining(['Pod', 'Service', 'Node', 'Deployment.apps', 'Ingress.networking.k8s.io', 'Event']),
  );
});

/** Objects shaped like real ones, with anything at all in their places. */
const anything = fc.jsonValue({ maxDepth: 3 });
const section = fc.dictionary(
  fc.constantFrom(
    'conditions',
    'containers',
    'containerStatuses',
    'ports',
    'replicas',
    'selector',
    'template',
    'ingress',
    'loadBalancer',
    'metrics',
    'rules',
    'subjects',
    'hard',
    'addresses',
    'phase',
  ),
  anything,
);
const object = fc.record({
  metadata: anything,
  spec: fc.oneof(section, anything),
  status: fc.oneof(section, anything),
  endpoints: anything,
  subsets: anything,
  subjects: anything,
  roleRef: anything,
  data: anything,
});

test('no object, however odd, breaks a cell', () => {
  const cells = withColumns.flatMap((kind) => columnsOf(kind) ?? []).map(({ cell }) => cell);
  fc.assert(
    fc.property(object, (value) => {
      expect(cells.filter((cell) => typeof cell(value as JsonObject, { now: 0 }) !== 'string')).toEqual([]);
    }),
  );
});

const row = (kind: { group: string; kind: string }, value: JsonObject): string[] =>
  (columnsOf(kind) ?? []).map(({ cell }) => cell(value, { now: null }));

test('a Service by its type', () => {
  const service = { group: '', kind: 'Service' };
  const ports = [
    { port: 80, nodePort: 30080, protocol: 'TCP' },
    { port: 53, protocol: 'UDP' },
  ];
  const spec = { type: 'NodePort', clusterIP: '10.0.0.1', ports, selector: { b: '2', a: '1' } };
  const cells = ['x', 'NodePort', '10.0.0.1', '<none>', '80:30080/TCP,53/UDP', '<unknown>', 'a=1,b=2'];
  expect(row(service, { metadata: { name: 'x' }, spec })).toEqual(cells);
  const status = { loadBalancer: { ingress: [{ hostname: 'h' }] } };
  expect(row(service, { spec: { type: 'LoadBalancer' } })[3]).toBe('<pending>');
  expect(row(service, { spec: { type: 'LoadBalancer', externalIPs: ['1.1.1.1'] }, status })[3]).toBe('h,1.1.1.1');
  expect(row(service, { spec: { type: 'ExternalName', externalName: 'e.example' } })[3]).toBe('e.example');
});

test('a Node by its conditions and labels', () => {
  const node = {
    metadata: { name: 'n', labels: { 'node-role.kubernetes.io/control-plane': '', 'kubernetes.io/role': 'edge' } },
    spec: { unschedulable: true },
    status: { conditions: [{ type: 'Ready', status: 'Unknown' }] },
  };
  expect(row({ group: '', kind: 'Node' }, node).slice(0, 3)).toEqual(['n', 'NotReady,SchedulingDisabled', 'control-plane,edge']);
});

test('a HorizontalPodAutoscaler of either version', () => {
  const hpa = { group: 'autoscaling', kind: 'HorizontalPodAutoscaler' };
  const metrics = [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }];
  const currentMetrics = [{ type: 'Resource', resource: { name: 'cpu', current: { averageUtilization: 35 } } }];
  expect(row(hpa, { spec: { metrics }, status: { currentMetrics } })[2]).toBe('cpu: 35%/70%');
  expect(row(hpa, { spec: { targetCPUUtilizationPercentage: 50 } })[2]).toBe('cpu: <unknown>/50%');
});
