/** Everything that the shop has before things happen to it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ControlPlane, createAuthority } from '../../../../scripts/cluster/index.mjs';
import { applyManifests } from '../apply-manifests.ts';
import type { Demo } from '../demo.ts';
import { untilReady } from '../deployments.ts';
import { conditionOf, field } from '../field.ts';
import { timeText } from '../kubelet/status-parts.ts';
import { until } from '../until.ts';

const NAMESPACES = ['shop', 'payments', 'data', 'ingress-system', 'monitoring', 'shop-system', 'team-legacy', 'kube-system'];

const PLATFORM = ['classes-and-volumes', 'coredns', 'metrics-server', 'daemon-sets', 'ingress-nginx', 'monitoring', 'shop-operator'];
const SHOP = ['configuration', 'cart', 'checkout', 'recommendations', 'image-resizer', 'wishlist', 'storefront-budget', 'ingresses'];
const PAYMENTS = ['rules', 'access', 'api', 'bank-gateway', 'ledger', 'fraud-check', 'policy-webhook'];
const DATA = ['postgres', 'erp', 'orders-sync', 'unschedulable', 'reports', 'scratch'];

export async function buildShop({ cluster }: Demo): Promise<void> {
  await applyManifests(cluster, { files: ['namespaces'] });
  await applyManifests(cluster, { files: ['crds'], manager: 'crd-installer' });
  await untilServed(cluster);
  for (const [folder, files] of Object.entries({ platform: PLATFORM, shop: SHOP, payments: PAYMENTS, data: DATA }))
    await applyManifests(cluster, { files: files.map((file) => `${folder}/${file}`) });
  await createCertificate(cluster);
  await createStorefront(cluster);
  await applyManifests(cluster, { files: ['team-legacy/workloads', 'shop/gift-wrap', 'support-collector'] });
  await applyManifests(cluster, { files: ['team-legacy/tenant'], manager: 'tenant-operator' });
  await applyManifests(cluster, { files: ['backups'], manager: 'backup-controller' });
  await untilReady(cluster, { shop: { storefront: 3, cart: 2, 'gift-wrap': 2 }, payments: { api: 2 }, data: { 'report-viewer': 1 } });
  await until({
    what: 'postgres runs',
    look: async () => field(await cluster.api.get('/apis/apps/v1/namespaces/data/statefulsets/postgres'), 'status', 'readyReplicas'),
    isReached: (ready) => ready === 2,
  });
}

/** Pods of a namespace are refused as long as it has no default ServiceAccount. */
async function untilServed({ api }: ControlPlane): Promise<void> {
  await until({
    what: 'every namespace has its default ServiceAccount',
    look: async () => (await api.list('/api/v1/serviceaccounts')).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`),
    isReached: (accounts) => NAMESPACES.every((namespace) => accounts.includes(`${namespace}/default`)),
  });
  await until({
    what: 'the custom resources are served',
    look: async () =>
      (await api.list('/apis/apiextensions.k8s.io/v1/customresourcedefinitions')).map(
        (definition) => conditionOf(definition, 'Established')?.status,
      ),
    isReached: (states) => states.length === 4 && states.every((status) => status === 'True'),
  });
}

async function createCertificate({ folder, kubectl }: ControlPlane): Promise<void> {
  const authority = await createAuthority('CN=demo-ca');
  const { certificate, key } = await authority.issue({ subject: 'CN=shop.example.com', dnsNames: ['shop.example.com'], days: 90 });
  const files = mkdtempSync(join(folder, 'tls-'));
  const [certificateFile, keyFile] = [join(files, 'tls.crt'), join(files, 'tls.key')];
  writeFileSync(certificateFile, certificate);
  writeFileSync(keyFile, key);
  await kubectl(['-n', 'shop', 'create', 'secret', 'tls', 'shop-tls', `--cert=${certificateFile}`, `--key=${keyFile}`]);
  rmSync(files, { recursive: true });
}

/** As the operator does: owned by its Shop. */
async function createStorefront(cluster: ControlPlane): Promise<void> {
  const manager = 'shop-operator';
  await applyManifests(cluster, { files: ['shop/shop'], manager });
  const path = '/apis/shop.example.com/v1/namespaces/shop/shops/main';
  const { metadata } = await cluster.api.get(path);
  await applyManifests(cluster, { files: ['shop/storefront'], manager, uids: { SHOP_UID: metadata.uid } });
  const ready = { type: 'Ready', status: 'True', reason: 'StorefrontAvailable', message: '3 of 3 storefronts run' };
  const conditions = [{ ...ready, lastTransitionTime: timeText(Date.now() / 1_000) }];
  await cluster.api.request({
    method: 'PATCH',
    path: `${path}/status`,
    query: { fieldManager: manager },
    body: { status: { phase: 'Ready', observedGeneration: 1, conditions } },
    headers: { 'content-type': 'application/merge-patch+json' },
  });
}
