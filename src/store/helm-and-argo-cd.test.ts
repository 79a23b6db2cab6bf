/** What releases and applications name, once all objects are known: present, missing, of a cluster-scoped kind. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Imported, importObjects } from '../../test/support/imported.ts';
import { storedRelease } from '../relations/testing/examples/helm.ts';
import { pointersOf } from './testing/import-records.ts';

let imported: Imported;

const manifest = `apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: gone}
---
apiVersion: v1
kind: Namespace
metadata: {name: shop}
`;

beforeAll(async () => {
  const release = Buffer.from(storedRelease(manifest)).toString('base64');
  imported = await importObjects({
    objects: [
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'shop' } },
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'sh.helm.release.v1.cart.v2', namespace: 'shop', labels: { owner: 'helm', name: 'cart', status: 'deployed' } },
        type: 'helm.sh/release.v1',
        data: { release },
      },
      {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        metadata: { name: 'shop', namespace: 'argocd' },
        spec: { project: 'retail', destination: { server: 'https://kubernetes.default.svc', namespace: 'shop' } },
        status: { resources: [{ version: 'v1', kind: 'ConfigMap', namespace: 'shop', name: 'gone' }] },
      },
    ],
    resources: [
      { group: '', version: 'v1', resource: 'namespaces', kind: 'Namespace', namespaced: false },
      { group: '', version: 'v1', resource: 'configmaps', kind: 'ConfigMap', namespaced: true },
      { group: '', version: 'v1', resource: 'secrets', kind: 'Secret', namespaced: true },
      { group: 'argoproj.io', version: 'v1alpha1', resource: 'applications', kind: 'Application', namespaced: true },
    ],
  });
});

afterAll(() => imported.close());

test('a release names its objects: one that is gone is missing, one of no namespace is found', async () => {
  const key = { group: '', kind: 'Secret', namespace: 'shop', name: 'sh.helm.release.v1.cart.v2' };
  expect((await pointersOf(imported.reader, key)).sort()).toEqual([
    'helm-release-object → ConfigMap/gone MISSING',
    'helm-release-object → ConfigMap/settings OK',
    'helm-release-object → Namespace/shop OK',
  ]);
});

test('an Application names what it manages, and a project of a kind that the snapshot knows nothing about', async () => {
  const key = { group: 'argoproj.io', kind: 'Application', namespace: 'argocd', name: 'shop' };
  expect((await pointersOf(imported.reader, key)).sort()).toEqual([
    'argo-application-destination → Namespace/shop OK',
    'argo-application-project → AppProject/retail KIND_UNKNOWN',
    'argo-application-resource → ConfigMap/gone MISSING',
  ]);
});
