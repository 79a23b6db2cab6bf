import { gzipSync } from 'node:zlib';
import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

/** As Helm stores a release: in a ConfigMap so, in a Secret once more in base64. */
export function storedRelease(manifest: string): string {
  return gzipSync(JSON.stringify({ name: 'cart', namespace: 'shop', version: 2, manifest })).toString('base64');
}

const MANIFEST = `---
# Source: cart/templates/namespace.yaml
apiVersion: v1
kind: Namespace
metadata: {name: carts}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
---
apiVersion: v1
kind: List
items:
- {apiVersion: v1, kind: Secret, metadata: {name: cart, namespace: vault}}
---
# Nothing but a comment.
---
apiVersion: extensions/v1beta1
kind: Ingress
metadata: {name: cart}
---
just text
---
kind: ConfigMap
metadata: {name: of-no-version}
`;

const labels = { owner: 'helm', name: 'cart', version: '2' };

const inSecret = (name: string, status: string, data: JsonObject, owner = 'helm'): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name, namespace: 'shop', labels: { ...labels, owner, status } },
  type: 'helm.sh/release.v1',
  data,
});

const release = Buffer.from(storedRelease(MANIFEST)).toString('base64');

const objects = [
  'helm-release-object data.release → Namespace shop/carts',
  'helm-release-object data.release → Deployment.apps shop/cart',
  'helm-release-object data.release → Secret vault/cart',
  'helm-release-object data.release → Ingress.networking.k8s.io shop/cart',
];
const weak = objects.map((pointer) => `${pointer} [weak]`);

export const helmExamples: readonly Example[] = [
  { object: inSecret('sh.helm.release.v1.cart.v2', 'deployed', { release }), pointers: objects },
  { object: inSecret('sh.helm.release.v1.cart.v3', 'failed', { release }), pointers: weak },
  { object: inSecret('sh.helm.release.v1.cart.v1', 'superseded', { release }), pointers: [] },
  { object: inSecret('sh.helm.release.v1.cart.v4', 'deployed', { release: Buffer.from('no release').toString('base64') }), pointers: [] },
  { object: inSecret('of-somebody-else', 'deployed', { release }, 'somebody'), pointers: [] },
  {
    object: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'sh.helm.release.v1.cart.v2', namespace: 'shop', labels: { ...labels, status: 'deployed' } },
      data: { release: storedRelease(MANIFEST) },
    },
    pointers: objects,
  },
  {
    object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'shop' }, data: { release: 'v2' } },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'cart',
        namespace: 'carts',
        annotations: { 'meta.helm.sh/release-name': 'cart', 'meta.helm.sh/release-namespace': 'shop' },
      },
      spec: { ports: [{ port: 80 }] },
    },
    pointers: ["helm-release metadata.annotations['meta.helm.sh/release-name'] → Secret shop/{name In cart; owner In helm}"],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'without-namespace', namespace: 'shop', annotations: { 'meta.helm.sh/release-name': 'cart' } },
      spec: { ports: [{ port: 80 }] },
    },
    pointers: [],
  },
];
