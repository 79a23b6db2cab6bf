import { describe, expect, test } from 'vitest';
import { extractorInput } from '../../../test/support/demo-objects.ts';
import { show } from '../../../test/support/relation-rules.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { createExtractor } from '../extractor.ts';
import { rbacRelations } from './rbac.ts';
import { statusRelations } from './status.ts';

const extractor = createExtractor({ rules: [], coded: [...rbacRelations, ...statusRelations] });

function pointers(object: JsonObject): readonly string[] {
  return extractor.extract(extractorInput(object)).references.map(show);
}

function object(apiVersion: string, kind: string, metadata: JsonObject, rest: JsonObject): JsonObject {
  return { apiVersion, kind, metadata: { name: 'x', ...metadata }, ...rest };
}

describe('names that stand for service accounts', () => {
  const binding = (subject: JsonValue) =>
    object('rbac.authorization.k8s.io/v1', 'RoleBinding', { namespace: 'payments' }, { subjects: [{}, subject] });

  test('the user system:serviceaccount:<namespace>:<name> of a binding', () => {
    expect(pointers(binding({ kind: 'User', name: 'system:serviceaccount:shop:web' }))).toEqual([
      'binding-user-service-account subjects[1].name → ServiceAccount shop/web',
    ]);
    expect(pointers({ ...binding({ kind: 'User', name: 'system:serviceaccount:shop:web' }), kind: 'ClusterRoleBinding' })).toHaveLength(1);
  });

  test.each<[JsonValue]>([
    [{ kind: 'User', name: 'system:serviceaccount:shop' }],
    [{ kind: 'User', name: 'system:serviceaccount:shop:web:more' }],
    [{ kind: 'User', name: 'system:serviceaccount::web' }],
    [{ kind: 'User', name: 'dana@example.com' }],
    [{ kind: 'Group', name: 'system:serviceaccount:shop:web' }],
    [{ kind: 'User', name: 7 }],
    ['system:serviceaccount:shop:web'],
  ])('not %o', (subject) => {
    expect(pointers(binding(subject))).toEqual([]);
  });

  test('a ServiceAccount is in its groups; they are not expanded', () => {
    expect(pointers(object('v1', 'ServiceAccount', { namespace: 'shop' }, {}))).toEqual([
      'service-account-group metadata.namespace → Group.external system:serviceaccounts',
      'service-account-group metadata.namespace → Group.external system:serviceaccounts:shop',
      'service-account-group metadata.namespace → Group.external system:authenticated',
    ]);
  });
});

describe('who holds a Lease', () => {
  const lease = (namespace: string, holderIdentity: JsonValue, labels: JsonObject = {}) =>
    object('coordination.k8s.io/v1', 'Lease', { namespace, labels }, { spec: { holderIdentity } });
  const identity = 'ingress-nginx-controller-7d-x8_9b2f2c1e-0000-4000-8000-000000000000';

  test('the pod before the underscore, or all of it', () => {
    expect(pointers(lease('ingress', identity))).toEqual([
      'lease-holder spec.holderIdentity → Pod ingress/ingress-nginx-controller-7d-x8 [weak]',
    ]);
    expect(pointers(lease('ingress', 'pod-name'))).toEqual(['lease-holder spec.holderIdentity → Pod ingress/pod-name [weak]']);
  });

  test.each<[string, JsonObject]>([
    ['a heartbeat of a node', lease('kube-node-lease', 'worker-a1')],
    ['a heartbeat of an API server', lease('kube-system', 'apiserver-x_1', { 'apiserver.kubernetes.io/identity': 'kube-apiserver' })],
    ['nobody', lease('ingress', '')],
    ['what is no name of a pod', lease('ingress', 'Some Body_1')],
    ['what is no string', lease('ingress', { name: 'x' })],
  ])('not %s', (_, captured) => {
    expect(pointers(captured)).toEqual([]);
  });
});

describe('who asks for a certificate', () => {
  const request = (username: JsonValue) => object('certificates.k8s.io/v1', 'CertificateSigningRequest', {}, { spec: { username } });

  test('a node, by its user name', () => {
    expect(pointers(request('system:node:worker-a1'))).toEqual(['certificate-signing-request-node spec.username → Node worker-a1 [weak]']);
    expect(pointers(request('system:node:'))).toEqual([]);
    expect(pointers(request('dana@example.com'))).toEqual([]);
  });
});

describe('pods whose eviction was granted', () => {
  const budget = (disruptedPods: JsonValue) =>
    object('policy/v1', 'PodDisruptionBudget', { namespace: 'shop' }, { status: { disruptedPods } });

  test('the keys of status.disruptedPods', () => {
    const captured = JSON.parse('{"web-1":"2026-11-23T05:07:05Z","__proto__":"x","":"y"}') as JsonObject;
    expect(pointers(budget(captured))).toEqual([
      'pod-disruption-budget-disrupted-pod status.disruptedPods → Pod shop/web-1 [weak]',
      'pod-disruption-budget-disrupted-pod status.disruptedPods → Pod shop/__proto__ [weak]',
    ]);
    expect(pointers(budget(['web-1']))).toEqual([]);
  });
});
