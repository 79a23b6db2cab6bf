import { describe, expect, test } from 'vitest';
import { extractorInput } from '../../../test/support/demo-objects.ts';
import { checkCoded, show } from '../../../test/support/relation-rules.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { createExtractor } from '../extractor.ts';
import { composedNameExamples } from '../testing/examples/composed-names.ts';
import { rbacRelations } from './rbac.ts';
import { statusRelations } from './status.ts';

checkCoded([...rbacRelations, ...statusRelations], composedNameExamples, { always: ['service-account-group'] });

const extractor = createExtractor({ rules: [], coded: [...rbacRelations, ...statusRelations] });

function pointers(object: JsonObject): readonly string[] {
  return extractor.extract(extractorInput(object)).references.map(show);
}

function object(apiVersion: string, kind: string, metadata: JsonObject, rest: JsonObject): JsonObject {
  return { apiVersion, kind, metadata: { name: 'x', ...metadata }, ...rest };
}

describe('groups of service accounts', () => {
  test('a ServiceAccount is in its groups; they are not expanded', () => {
    expect(pointers(object('v1', 'ServiceAccount', { namespace: 'shop' }, {}))).toEqual([
      'service-account-group metadata.namespace → Group.external system:serviceaccounts',
      'service-account-group metadata.namespace → Group.external system:serviceaccounts:shop',
      'service-account-group metadata.namespace → Group.external system:authenticated',
    ]);
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
