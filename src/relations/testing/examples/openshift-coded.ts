import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const machine = (apiVersion: string, kind: string, name: string, spec: JsonObject): JsonObject => ({
  apiVersion: `machine.openshift.io/${apiVersion}`,
  kind,
  metadata: { name, namespace: 'openshift-machine-api' },
  spec,
});
const configuration = (kind: string, name: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'machineconfiguration.openshift.io/v1',
  kind,
  metadata: { name },
  spec,
});
/** What the API asks for beside what is shown. */
const REQUIRED: Record<string, JsonObject> = { ContainerRuntimeConfig: { containerRuntimeConfig: {} } };
const workers = { matchLabels: { pool: 'worker' } };
const MACHINES = 'Machine.machine.openshift.io openshift-machine-api';
const masters = {
  matchLabels: {
    'machine.openshift.io/cluster-api-machine-role': 'master',
    'machine.openshift.io/cluster-api-machine-type': 'master',
  },
};

export const openShiftSelectorExamples: readonly Example[] = [
  {
    object: machine('v1beta1', 'MachineSet', 'worker', { selector: workers }),
    pointers: [`openshift-machine-selector spec.selector → ${MACHINES}/{pool In worker}`],
  },
  { object: machine('v1beta1', 'MachineSet', 'empty', { selector: {} }), pointers: [] },
  {
    object: machine('v1', 'ControlPlaneMachineSet', 'cluster', {
      replicas: 3,
      selector: masters,
      template: {
        machineType: 'machines_v1beta1_machine_openshift_io',
        machines_v1beta1_machine_openshift_io: {
          metadata: { labels: { ...masters.matchLabels, 'machine.openshift.io/cluster-api-cluster': 'blue' } },
          spec: { providerSpec: {} },
        },
      },
    }),
    pointers: [
      `openshift-machine-selector spec.selector → ${MACHINES}/{machine.openshift.io/cluster-api-machine-role In master; machine.openshift.io/cluster-api-machine-type In master}`,
    ],
  },
  { object: machine('v1', 'ControlPlaneMachineSet', 'malformed', { selector: 'master' }), pointers: [] },
  {
    object: machine('v1beta1', 'MachineHealthCheck', 'everything', {
      selector: {},
      unhealthyConditions: [{ type: 'Ready', status: 'False', timeout: '300s' }],
    }),
    pointers: [`openshift-machine-selector spec.selector → ${MACHINES}/{}`],
  },
  { object: machine('v1beta1', 'MachineHealthCheck', 'malformed', { selector: 'worker' }), pointers: [] },
  {
    object: configuration('MachineConfigPool', 'worker', { nodeSelector: workers, machineConfigSelector: workers }),
    pointers: [
      'machine-config-pool-node spec.nodeSelector → Node {pool In worker}',
      'machine-config-pool-config spec.machineConfigSelector → MachineConfig.machineconfiguration.openshift.io {pool In worker}',
    ],
  },
  { object: configuration('MachineConfigPool', 'empty', { nodeSelector: {}, machineConfigSelector: {} }), pointers: [] },
  ...['KubeletConfig', 'ContainerRuntimeConfig'].flatMap((kind): Example[] => [
    {
      object: configuration(kind, 'workers', { machineConfigPoolSelector: workers, ...REQUIRED[kind] }),
      pointers: [
        'machine-config-pool-setting spec.machineConfigPoolSelector → MachineConfigPool.machineconfiguration.openshift.io {pool In worker}',
      ],
    },
    { object: configuration(kind, 'none', { ...REQUIRED[kind] }), pointers: [] },
  ]),
];

const operator = (name: string, relatedObjects: readonly JsonObject[]): JsonObject => ({
  apiVersion: 'config.openshift.io/v1',
  kind: 'ClusterOperator',
  metadata: { name },
  spec: {},
  status: { relatedObjects: [...relatedObjects] },
});
const related = (index: number, target: string): string =>
  `cluster-operator-related-object status.relatedObjects[${index}].name → ${target} [weak]`;

export const openShiftOperatorExamples: readonly Example[] = [
  {
    object: operator('console', [
      { group: '', resource: 'namespaces', name: 'openshift-console' },
      { group: 'operator.openshift.io', resource: 'consoles', name: 'cluster' },
      { group: 'config.openshift.io', resource: 'dnses', name: 'cluster' },
      { group: 'config.openshift.io', resource: 'proxies', name: 'cluster' },
      { group: 'security.openshift.io', resource: 'securitycontextconstraints', name: 'restricted' },
      { group: 'apps', resource: 'deployments', name: 'console', namespace: 'openshift-console' },
      { group: 'extensions', resource: 'ingresses', name: 'console', namespace: 'openshift-console' },
      { group: 'rbac.authorization.k8s.io', resource: 'clusterroles', name: 'console' },
      { group: 'monitoring.coreos.com', resource: 'prometheuses', name: 'k8s', namespace: 'openshift-monitoring' },
    ]),
    pointers: [
      related(0, 'Namespace openshift-console'),
      related(1, 'Console.operator.openshift.io cluster'),
      related(2, 'DNS.config.openshift.io cluster'),
      related(3, 'Proxy.config.openshift.io cluster'),
      related(4, 'SecurityContextConstraints.security.openshift.io restricted'),
      related(5, 'Deployment.apps openshift-console/console'),
      related(6, 'Ingress.networking.k8s.io openshift-console/console'),
      related(7, 'ClusterRole.rbac.authorization.k8s.io console'),
      related(8, 'Prometheus.monitoring.coreos.com openshift-monitoring/k8s'),
    ],
  },
  {
    object: operator('look-alikes', [
      // All of them are meant, or nobody knows of which kind it is.
      { group: 'operator.openshift.io', resource: 'consoles', name: '' },
      { group: '', resource: 'configmaps', name: 'of-no-namespace' },
      { group: 'example.com', resource: 'shops', name: 'main' },
      { group: '', resource: 'Namespace', name: 'a-kind-is-no-resource' },
    ]),
    pointers: [],
  },
];

const rollout = (name: string, latestVersion: number | string): JsonObject => ({
  apiVersion: 'apps.openshift.io/v1',
  kind: 'DeploymentConfig',
  metadata: { name, namespace: 'shop' },
  spec: { replicas: 1 },
  status: { latestVersion },
});

export const openShiftDeploymentExamples: readonly Example[] = [
  {
    object: rollout('web', 3),
    pointers: ['deployment-config-latest status.latestVersion → ReplicationController shop/web-3 [weak]'],
  },
  { object: rollout('never-rolled-out', 0), pointers: [] },
  { object: rollout('malformed', '3'), pointers: [] },
];
