/** Owner references as the collector sees them, over crafted objects; test/cluster/collector.test.ts compares with the real one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Imported, importObjects } from '../../../test/support/imported.ts';
import type { JsonObject } from '../../records/record.ts';
import { OWNER } from '../owner-chain.ts';
import type { CollectorStatus } from './collector-status.ts';
import { collectorVerdict } from './collector-verdict.ts';
import { judgeOwners } from './judge-owners.ts';

const owner = (kind: string, name: string, uid = `uid-${name}`, apiVersion = 'v1'): JsonObject => ({ apiVersion, kind, name, uid });

function object(kind: string, name: string, ownerReferences: JsonObject[] = [], more: JsonObject = {}): JsonObject {
  const { namespace = 'ns', ...metadata } = more;
  const where = namespace === null ? {} : { namespace };
  const apiVersion = kind === 'ClusterRole' ? 'rbac.authorization.k8s.io/v1' : 'v1';
  return { apiVersion, kind, metadata: { name, uid: `uid-${name}`, ...where, ownerReferences, ...metadata } };
}

const deleting = { deletionTimestamp: '2026-01-01T00:00:00Z' };
const clusterScoped = { namespace: null };
const configMap = (name: string, ...owners: JsonObject[]) => object('ConfigMap', name, owners);

/** Each dependent's name, its owner references and what the collector makes of each. */
const cases: readonly (readonly [name: string, owners: JsonObject[], statuses: readonly CollectorStatus[], more?: JsonObject])[] = [
  ['solid', [owner('ConfigMap', 'root')], ['SOLID']],
  ['missing', [owner('ConfigMap', 'gone')], ['DANGLING']],
  ['wrong-uid', [owner('ConfigMap', 'root', 'another')], ['DANGLING']],
  ['wrong-name', [owner('ConfigMap', 'other-name', 'uid-root')], ['DANGLING']],
  ['wrong-kind', [owner('Pod', 'root')], ['DANGLING']],
  ['other-case', [owner('configmap', 'root')], ['SOLID']],
  ['other-case-gone', [owner('configMap', 'gone')], ['DANGLING']],
  ['denied', [owner('Secret', 'root', 'of-a-secret')], ['UNKNOWN']],
  ['unknown-kind', [owner('Nothing', 'n', 'u', 'no.example.com/v1')], ['REFUSED']],
  ['unknown-kind-with-uid', [owner('Nothing', 'root', 'uid-root', 'no.example.com/v1')], ['REFUSED']],
  ['unanswered', [owner('Metric', 'm', 'u', 'silent.example.com/v1')], ['REFUSED']],
  ['served-version', [owner('Widget', 'w', 'uid-w', 'example.com/v1')], ['SOLID']],
  ['unserved-version', [owner('Widget', 'w', 'uid-w', 'example.com/v0')], ['REFUSED']],
  ['unserved-version-gone', [owner('Widget', 'gone', 'uid-gone', 'example.com/v0')], ['REFUSED']],
  ['elsewhere', [owner('ConfigMap', 'far')], ['DANGLING']],
  ['cluster-owner', [owner('ClusterRole', 'wide', 'uid-wide', 'rbac.authorization.k8s.io/v1')], ['SOLID']],
  ['foreground', [owner('ConfigMap', 'waits')], ['WAITING']],
  ['background', [owner('ConfigMap', 'going')], ['SOLID']],
  ['self', [owner('ConfigMap', 'self')], ['SOLID']],
  ['one-gone', [owner('ConfigMap', 'gone'), owner('ConfigMap', 'root')], ['DANGLING', 'SOLID']],
  ['raced', [owner('ConfigMap', 'new')], ['UNKNOWN'], { creationTimestamp: '2026-01-01T00:30:00Z' }],
];

let imported: Imported;
beforeAll(async () => {
  const served = (kind: string, resource: string, more: object = {}) => ({
    group: '',
    version: 'v1',
    resource,
    kind,
    namespaced: true,
    ...more,
  });
  imported = await importObjects({
    objects: [
      configMap('root'),
      object('ConfigMap', 'far', [], { namespace: 'elsewhere' }),
      object('ConfigMap', 'waits', [], { ...deleting, finalizers: ['foregroundDeletion'] }),
      object('ConfigMap', 'going', [], { ...deleting, finalizers: ['example.com/hold'] }),
      object('ClusterRole', 'wide', [], clusterScoped),
      { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w', namespace: 'ns', uid: 'uid-w' } },
      {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'widgets.example.com', uid: 'uid-crd' },
        spec: {
          group: 'example.com',
          names: { kind: 'Widget', plural: 'widgets' },
          scope: 'Namespaced',
          versions: [
            { name: 'v1', served: true },
            { name: 'v0', served: false },
          ],
        },
      },
      object('ClusterRole', 'child', [owner('ConfigMap', 'root')], clusterScoped),
      object('ClusterRole', 'child-of-missing', [owner('ConfigMap', 'gone')], clusterScoped),
      ...cases.map(([name, owners, , more]) => object('ConfigMap', name, owners, more)),
    ],
    resources: [
      served('ConfigMap', 'configmaps'),
      served('Pod', 'pods'),
      served('Secret', 'secrets', { outcome: 'denied' }),
      served('ClusterRole', 'clusterroles', { group: 'rbac.authorization.k8s.io', namespaced: false }),
      served('Widget', 'widgets', { group: 'example.com' }),
      served('CustomResourceDefinition', 'customresourcedefinitions', { group: 'apiextensions.k8s.io', namespaced: false }),
    ],
    records: [
      {
        type: 'resource',
        snapshot: 0,
        group: 'silent.example.com',
        version: 'v1',
        resource: '*',
        kind: '*',
        namespaced: true,
        namespace: null,
        outcome: 'unavailable',
        served: true,
      },
    ],
  });
});
afterAll(() => imported.close());

async function statusesOf(kind: string, name: string, namespace: string | null): Promise<readonly CollectorStatus[]> {
  const group = kind === 'ClusterRole' ? 'rbac.authorization.k8s.io' : '';
  const [row] = await imported.reader.find([{ group, kind, namespace, name }]);
  const parents = [row?.id ?? 0];
  const edges = await imported.reader.edges({ parents, direction: 'forward', relations: [OWNER], flawed: true });
  return (await judgeOwners(imported.reader, edges)).map(({ status }) => status);
}

describe('an owner reference', () => {
  test.each(cases.map(([name, , statuses]) => ({ name, statuses })))('$name: $statuses', async ({ name, statuses }) => {
    expect(await statusesOf('ConfigMap', name, 'ns')).toEqual(statuses);
  });

  test.each(['child', 'child-of-missing'])('of a cluster-scoped %s to a namespaced owner is never followed', async (name) => {
    expect(await statusesOf('ClusterRole', name, null)).toEqual(['REFUSED']);
  });
});

test.each<[readonly CollectorStatus[], string]>([
  [[], 'KEPT'],
  [['SOLID', 'DANGLING'], 'KEPT'],
  [['DANGLING', 'REFUSED', 'UNKNOWN'], 'KEPT'],
  [['DANGLING', 'UNKNOWN'], 'UNKNOWN'],
  [['DANGLING', 'WAITING'], 'COLLECTED'],
])('%j: %s', (owners, verdict) => {
  expect(collectorVerdict(owners)).toBe(verdict);
});
