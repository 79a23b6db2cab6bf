import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const v1beta1 = 'cluster.x-k8s.io/v1beta1';
const v1beta2 = 'cluster.x-k8s.io/v1beta2';
const metadata = (name: string): JsonObject => ({ name, namespace: 'fleet' });
const infrastructure = 'infrastructure.cluster.x-k8s.io';
const controlPlane = 'controlplane.cluster.x-k8s.io';
const bootstrap = 'bootstrap.cluster.x-k8s.io';
const old = (group: string, kind: string, name: string): JsonObject => ({ apiVersion: `${group}/v1beta1`, kind, name });
const current = (group: string, kind: string, name: string): JsonObject => ({ apiGroup: group, kind, name });

const machineSpec = (form: typeof old): JsonObject => ({
  clusterName: 'blue',
  bootstrap: { configRef: form(bootstrap, 'KubeadmConfig', 'blue-1'), dataSecretName: 'blue-1-data' },
  infrastructureRef: form(infrastructure, 'DockerMachine', 'blue-1'),
});

const machinePointers = (relation: string, at: string): string[] => [
  `${relation}-bootstrap ${at}.bootstrap.configRef.name → KubeadmConfig.${bootstrap} fleet/blue-1`,
  `${relation}-bootstrap-secret ${at}.bootstrap.dataSecretName → Secret fleet/blue-1-data`,
  `${relation}-infrastructure ${at}.infrastructureRef.name → DockerMachine.${infrastructure} fleet/blue-1`,
];

const inCluster = (relation: string): string => `${relation}-cluster spec.clusterName → Cluster.cluster.x-k8s.io fleet/blue`;

const templateHolders = [
  { kind: 'MachineSet', relation: 'machine-set' },
  { kind: 'MachineDeployment', relation: 'machine-deployment' },
  { kind: 'MachinePool', relation: 'machine-pool' },
].flatMap((holder) => [
  { ...holder, apiVersion: v1beta1, form: old },
  { ...holder, apiVersion: v1beta2, form: current },
]);

const classTemplate = (kind: string): JsonObject => ({ apiVersion: `${infrastructure}/v1beta1`, kind, name: 'quick' });
export const clusterApiExamples: readonly Example[] = [
  {
    object: {
      apiVersion: v1beta1,
      kind: 'Cluster',
      metadata: { ...metadata('old'), labels: { 'cluster.x-k8s.io/cluster-name': 'old' } },
      spec: {
        controlPlaneRef: { ...old(controlPlane, 'KubeadmControlPlane', 'old'), namespace: 'elsewhere', uid: 'uid-kcp' },
        infrastructureRef: old(infrastructure, 'DockerCluster', 'old'),
        topology: { class: 'quick', classNamespace: 'classes', version: 'v1.34.0' },
      },
    },
    pointers: [
      `cluster-control-plane spec.controlPlaneRef.name → KubeadmControlPlane.${controlPlane} elsewhere/old uid=uid-kcp`,
      `cluster-infrastructure spec.infrastructureRef.name → DockerCluster.${infrastructure} fleet/old`,
      'cluster-cluster-class spec.topology.class → ClusterClass.cluster.x-k8s.io classes/quick',
      "cluster-api-label-cluster metadata.labels['cluster.x-k8s.io/cluster-name'] → Cluster.cluster.x-k8s.io fleet/old [weak]",
    ],
  },
  {
    object: {
      apiVersion: v1beta2,
      kind: 'Cluster',
      metadata: metadata('blue'),
      spec: {
        controlPlaneRef: current(controlPlane, 'KubeadmControlPlane', 'blue'),
        infrastructureRef: current(infrastructure, 'DockerCluster', 'blue'),
        topology: { classRef: { name: 'quick' }, version: 'v1.34.0' },
      },
    },
    pointers: [
      `cluster-control-plane spec.controlPlaneRef.name → KubeadmControlPlane.${controlPlane} fleet/blue`,
      `cluster-infrastructure spec.infrastructureRef.name → DockerCluster.${infrastructure} fleet/blue`,
      'cluster-cluster-class spec.topology.classRef.name → ClusterClass.cluster.x-k8s.io fleet/quick',
    ],
  },
  {
    object: { apiVersion: v1beta2, kind: 'Cluster', metadata: metadata('empty'), spec: { paused: true } },
    pointers: [],
  },
  {
    object: {
      apiVersion: v1beta1,
      kind: 'Machine',
      metadata: metadata('old-1'),
      spec: machineSpec(old),
      status: { nodeRef: { apiVersion: 'v1', kind: 'Node', name: 'worker-1', uid: 'uid-node' } },
    },
    pointers: [
      inCluster('machine'),
      ...machinePointers('machine', 'spec'),
      'machine-node status.nodeRef.name → Node worker-1 [weak] uid=uid-node',
    ],
  },
  {
    object: {
      apiVersion: v1beta2,
      kind: 'Machine',
      metadata: metadata('blue-1'),
      spec: machineSpec(current),
      status: { nodeRef: { name: 'worker-1' } },
    },
    pointers: [inCluster('machine'), ...machinePointers('machine', 'spec'), 'machine-node status.nodeRef.name → Node worker-1 [weak]'],
  },
  ...templateHolders.map(({ kind, relation, apiVersion, form }) => ({
    object: {
      apiVersion,
      kind,
      metadata: metadata(form === old ? 'old' : 'blue'),
      spec: {
        clusterName: 'blue',
        ...(kind === 'MachinePool' ? {} : { selector: { matchLabels: { pool: 'blue' } } }),
        template: { metadata: { labels: { pool: 'blue' } }, spec: machineSpec(form) },
      },
      ...(kind === 'MachinePool' ? { status: { nodeRefs: [{ kind: 'Node', name: 'worker-2', uid: 'uid-2' }] } } : {}),
    },
    pointers: [
      inCluster(relation),
      ...machinePointers(relation, 'spec.template.spec'),
      ...(kind === 'MachinePool' ? ['machine-pool-node status.nodeRefs[0].name → Node worker-2 [weak] uid=uid-2'] : []),
    ],
  })),
  ...[
    { apiVersion: v1beta1, at: 'remediationTemplate', spec: { remediationTemplate: classTemplate('DockerTemplate') } },
    { apiVersion: v1beta2, at: 'remediation.templateRef', spec: { remediation: { templateRef: classTemplate('DockerTemplate') } } },
  ].map(({ apiVersion, at, spec }) => ({
    object: {
      apiVersion,
      kind: 'MachineHealthCheck',
      metadata: metadata('blue'),
      spec: { clusterName: 'blue', selector: { matchLabels: { pool: 'blue' } }, ...spec },
      status: { targets: ['blue-1'] },
    },
    pointers: [
      inCluster('machine-health-check'),
      `machine-health-check-remediation-template spec.${at}.name → DockerTemplate.${infrastructure} fleet/quick`,
      'machine-health-check-target status.targets[0] → Machine.cluster.x-k8s.io fleet/blue-1 [weak]',
    ],
  })),
  {
    object: {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name: 'worker-1',
        annotations: {
          'cluster.x-k8s.io/cluster-namespace': 'fleet',
          'cluster.x-k8s.io/cluster-name': 'blue',
          'cluster.x-k8s.io/machine': 'blue-1',
        },
      },
    },
    pointers: [
      "node-machine metadata.annotations['cluster.x-k8s.io/machine'] → Machine.cluster.x-k8s.io fleet/blue-1 [weak]",
      "node-cluster metadata.annotations['cluster.x-k8s.io/cluster-name'] → Cluster.cluster.x-k8s.io fleet/blue [weak]",
    ],
  },
  {
    object: {
      apiVersion: `${infrastructure}/v1beta1`,
      kind: 'DockerMachine',
      metadata: { ...metadata('blue-1'), labels: { 'cluster.x-k8s.io/cluster-name': 'blue' } },
      spec: {},
    },
    pointers: ["cluster-api-label-cluster metadata.labels['cluster.x-k8s.io/cluster-name'] → Cluster.cluster.x-k8s.io fleet/blue [weak]"],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { ...metadata('blue-kubeconfig'), labels: { 'cluster.x-k8s.io/cluster-name': 'blue' } },
      type: 'cluster.x-k8s.io/secret',
    },
    pointers: ["cluster-api-label-cluster metadata.labels['cluster.x-k8s.io/cluster-name'] → Cluster.cluster.x-k8s.io fleet/blue [weak]"],
  },
  {
    // The label means nothing on other kinds.
    object: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { ...metadata('look-alike'), labels: { 'cluster.x-k8s.io/cluster-name': 'blue' } },
    },
    pointers: [],
  },
];
