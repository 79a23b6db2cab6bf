import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInKinds } from './built-in-kinds.ts';
import { isReservedName } from './reserved-names.ts';
import { listedTypeNames, typeNamesFor } from './type-names.ts';
import { wellKnownKinds } from './well-known-kinds.ts';

const listed = listedTypeNames();
const GRAPHQL_NAME = /^(?!__)[_A-Za-z][_0-9A-Za-z]*$/;

function names(group: string, kind: string): string {
  const [found] = typeNamesFor([{ group, kind }]);
  return `${found?.type} ${found?.singular} ${found?.plural}`;
}

test('schema/names.json is what the lists and rules give', async () => {
  const rows = listed.map(({ group, kind, type, singular, plural }) => JSON.stringify({ group, kind, type, singular, plural }));
  await expect(`[\n${rows.join(',\n')}\n]\n`).toMatchFileSnapshot('../../schema/names.json');
});

test('no two kinds share a name, none is reserved, all are GraphQL names', () => {
  const all = listed.flatMap(({ type, singular, plural }) => [type, ...new Set([singular, plural].filter((name) => name !== type))]);
  expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
  expect(all.filter(isReservedName)).toEqual([]);
  expect(all.filter((name) => !GRAPHQL_NAME.test(name))).toEqual([]);
  for (const { singular, plural } of listed) expect(plural).not.toBe(singular);
});

test('every built-in kind has its bare name', () => {
  const bare = new Map(listed.map(({ group, kind, type }) => [`${group}/${kind}`, type]));
  for (const { group, kind } of builtInKinds) expect(bare.get(`${group}/${kind}`)).toBe(kind);
});

/** Names never change: a built-in kind that comes later and is called like a well-known one must be granted its name after it. */
test('only these well-known kinds give way to built-in ones', () => {
  const kinds = new Set(builtInKinds.map(({ kind }) => kind));
  expect(wellKnownKinds.filter(({ kind }) => kinds.has(kind)).map(({ group, kind }) => `${kind}.${group}`)).toEqual([
    'IPAddress.ipam.cluster.x-k8s.io',
    'ClusterRole.authorization.openshift.io',
    'ClusterRoleBinding.authorization.openshift.io',
    'Role.authorization.openshift.io',
    'RoleBinding.authorization.openshift.io',
    'Ingress.config.openshift.io',
    'Node.config.openshift.io',
    'StorageVersionMigration.migration.k8s.io',
    'Service.serving.knative.dev',
    'Ingress.networking.internal.knative.dev',
    'Node.longhorn.io',
    'VolumeAttachment.longhorn.io',
    'NetworkPolicy.projectcalico.org',
    'NetworkPolicy.crd.projectcalico.org',
    'Workload.kueue.x-k8s.io',
    'PodGroup.scheduling.x-k8s.io',
    'Binding.rabbitmq.com',
    'Job.batch.volcano.sh',
    'PodGroup.scheduling.volcano.sh',
    'DaemonSet.apps.kruise.io',
    'StatefulSet.apps.kruise.io',
    'NetworkPolicy.crd.antrea.io',
    'IPAddress.ipam.metal3.io',
    'Node.management.cattle.io',
  ]);
});

test('no kind is listed twice', () => {
  const keys = [...builtInKinds, ...wellKnownKinds].map(({ group, kind }) => `${kind}.${group}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test.each([
  ['', 'Pod', 'Pod pod pods'],
  ['', 'Endpoints', 'Endpoints endpoints endpointsList'],
  ['', 'ComponentStatus', 'ComponentStatus componentStatus componentStatuses'],
  ['discovery.k8s.io', 'EndpointSlice', 'EndpointSlice endpointSlice endpointSlices'],
  ['networking.k8s.io', 'Ingress', 'Ingress ingress ingresses'],
  ['networking.k8s.io', 'IngressClass', 'IngressClass ingressClass ingressClasses'],
  ['networking.k8s.io', 'NetworkPolicy', 'NetworkPolicy networkPolicy networkPolicies'],
  ['networking.k8s.io', 'IPAddress', 'IPAddress ipAddress ipAddresses'],
  ['networking.k8s.io', 'ServiceCIDR', 'ServiceCIDR serviceCIDR serviceCIDRs'],
  ['storage.k8s.io', 'StorageClass', 'StorageClass storageClass storageClasses'],
  ['storage.k8s.io', 'CSIStorageCapacity', 'CSIStorageCapacity csiStorageCapacity csiStorageCapacities'],
  ['storage.k8s.io', 'CSIDriver', 'CSIDriver csiDriver csiDrivers'],
  ['apiregistration.k8s.io', 'APIService', 'APIService apiService apiServices'],
  ['resource.k8s.io', 'ResourceClaimParameters', 'ResourceClaimParameters resourceClaimParameters resourceClaimParametersList'],
  ['gateway.networking.k8s.io', 'Gateway', 'Gateway gateway gateways'],
  ['gateway.networking.k8s.io', 'HTTPRoute', 'HTTPRoute httpRoute httpRoutes'],
  ['networking.istio.io', 'Gateway', 'Gateway_networking_istio_io gateway_networking_istio_io gateways_networking_istio_io'],
  ['cluster.x-k8s.io', 'Machine', 'Machine machine machines'],
  ['machine.openshift.io', 'Machine', 'Machine_machine_openshift_io machine_machine_openshift_io machines_machine_openshift_io'],
  ['notification.toolkit.fluxcd.io', 'Provider', 'Provider provider providers'],
  ['pkg.crossplane.io', 'Provider', 'Provider_pkg_crossplane_io provider_pkg_crossplane_io providers_pkg_crossplane_io'],
  ['velero.io', 'Backup', 'Backup backup backups'],
  ['route.openshift.io', 'Route', 'Route route routes'],
  ['build.openshift.io', 'Build', 'Build build builds'],
  [
    'security.openshift.io',
    'SecurityContextConstraints',
    'SecurityContextConstraints securityContextConstraints securityContextConstraintsList',
  ],
  ['config.openshift.io', 'DNS', 'DNS dns dnses'],
  ['oauth.openshift.io', 'OAuthClient', 'OAuthClient oAuthClient oAuthClients'],
  ['metallb.io', 'L2Advertisement', 'L2Advertisement l2Advertisement l2Advertisements'],
  ['karpenter.k8s.aws', 'EC2NodeClass', 'EC2NodeClass ec2NodeClass ec2NodeClasses'],
  ['metrics.k8s.io', 'PodMetrics', 'PodMetrics podMetrics podMetricsList'],
  ['monitoring.coreos.com', 'Prometheus', 'Prometheus prometheus prometheuses'],
  ['ceph.rook.io', 'CephNFS', 'CephNFS cephNFS cephNFSes'],
  ['acid.zalan.do', 'postgresql', 'postgresql postgresql postgresqls'],
  [
    'operators.coreos.com',
    'Subscription',
    'Subscription_operators_coreos_com subscription_operators_coreos_com subscriptions_operators_coreos_com',
  ],
  ['longhorn.io', 'Snapshot', 'Snapshot_longhorn_io snapshot_longhorn_io snapshots_longhorn_io'],
  [
    'secrets.hashicorp.com',
    'VaultConnection',
    'VaultConnection_secrets_hashicorp_com vaultConnection_secrets_hashicorp_com vaultConnections_secrets_hashicorp_com',
  ],
  ['shop.example.com', 'Shop', 'Shop_shop_example_com shop_shop_example_com shops_shop_example_com'],
  ['archive.example.com', 'Backup', 'Backup_archive_example_com backup_archive_example_com backups_archive_example_com'],
  [
    'kubernetes.crossplane.io',
    'Object',
    'Object_kubernetes_crossplane_io object_kubernetes_crossplane_io objects_kubernetes_crossplane_io',
  ],
  ['a-b.io', '3Scale', '_3Scale_a_b_io _3Scale_a_b_io _3Scales_a_b_io'],
  ['x.io', '__Type', '_Type_x_io _Type_x_io _Types_x_io'],
  ['x.io', 'Größe', 'Gr__e_x_io gr__e_x_io gr__es_x_io'],
  ['', 'Widget', 'Widget_core widget_core widgets_core'],
])('%s %s is %s', (group, kind, expected) => {
  expect(names(group, kind)).toBe(expected);
});

test('a name does not depend on what else is there, save for a clash', () => {
  const dotted = { group: 'a.b', kind: 'Widget' };
  const dashed = { group: 'a-b', kind: 'Widget' };
  const alone = typeNamesFor([dotted]);
  expect(typeNamesFor([{ group: 'other.io', kind: 'Thing' }, dotted])[1]).toEqual(alone[0]);
  const [first, second] = typeNamesFor([dotted, dashed]);
  expect(second?.type).toBe('Widget_a_b');
  expect(first?.type).toMatch(/^Widget_a_b_[0-9a-f]{8}$/);
  expect(first?.plural).toMatch(/^widgets_a_b_[0-9a-f]{8}$/);
});

test('a kind that clashes with a listed one gives way, whether or not that one is there', () => {
  const [clashing] = typeNamesFor([{ group: 'networking-istio.io', kind: 'Gateway' }]);
  expect(clashing?.type).toMatch(/^Gateway_networking_istio_io_[0-9a-f]{8}$/);
});

test('kinds of one group that are spelt alike once sanitised stay apart', () => {
  const kinds = ['A-B', 'A_B', 'A.B'].map((kind) => ({ group: 'x.io', kind }));
  const found = typeNamesFor(kinds);
  expect(new Set(found.map(({ type }) => type)).size).toBe(3);
});

test('whatever the kinds, names are unique, valid and independent of order', () => {
  const word = fc.oneof(
    fc.string({ minLength: 1, maxLength: 6 }),
    fc.constantFrom('Pod', 'pods', 'Pods', 'Query', 'Gateway', 'a.b', 'a-b', '__proto__', '1'),
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ group: word, kind: word }), {
        maxLength: 12,
        selector: ({ group, kind }) => JSON.stringify([group, kind]),
      }),
      (kinds) => {
        const found = typeNamesFor(kinds);
        expect(found.map(({ group, kind }) => ({ group, kind }))).toEqual(kinds);
        const types = found.map(({ type }) => type);
        expect(new Set(types).size).toBe(types.length);
        const fields = found.flatMap(({ singular, plural }) => [singular, plural]);
        expect(new Set(fields).size).toBe(fields.length);
        for (const name of [...types, ...fields]) {
          expect(name).toMatch(GRAPHQL_NAME);
          expect(isReservedName(name)).toBe(false);
        }
        expect(typeNamesFor(kinds.toReversed()).toReversed()).toEqual(found);
      },
    ),
  );
});
