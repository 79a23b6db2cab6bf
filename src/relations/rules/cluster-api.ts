/**
 * Cluster API: clusters, their machines, and what providers made of them.
 * What a Machine says of its Node, and a Node of its Machine, may be about another cluster: those pointers are weak.
 */
import type { KindKey } from '../../kube/kind.ts';
import { node, secret } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { byVersion, inEitherForm } from './cluster-api-references.ts';

const capi = (kind: string): KindKey => ({ group: 'cluster.x-k8s.io', kind });
const cluster = capi('Cluster');
const clusterClass = capi('ClusterClass');
const machine = capi('Machine');
const machineDeployment = capi('MachineDeployment');
const machineSet = capi('MachineSet');
const machinePool = capi('MachinePool');
const machineHealthCheck = capi('MachineHealthCheck');

/** Machines, and whatever has a template of them. */
const machineSpecs: readonly { readonly from: KindKey; readonly path: string; readonly relation: string; readonly reverse: string }[] = [
  { from: machine, path: 'spec', relation: 'machine', reverse: 'machines' },
  { from: machineSet, path: 'spec.template.spec', relation: 'machine-set', reverse: 'machineSets' },
  { from: machineDeployment, path: 'spec.template.spec', relation: 'machine-deployment', reverse: 'machineDeployments' },
  { from: machinePool, path: 'spec.template.spec', relation: 'machine-pool', reverse: 'machinePools' },
];

const clusterRules: readonly RelationRule[] = [
  ...['controlPlane', 'infrastructure'].flatMap((part) =>
    inEitherForm({
      relation: part === 'controlPlane' ? 'cluster-control-plane' : 'cluster-infrastructure',
      from: cluster,
      path: `spec.${part}Ref`,
      forward: { name: part, one: true },
      source: `Cluster API ClusterSpec.${part}Ref`,
    }),
  ),
  ...[
    { path: 'spec.topology.class', namespace: 'classNamespace', source: 'Cluster API v1beta1 Topology.class' },
    { path: 'spec.topology.classRef.name', namespace: 'namespace', source: 'Cluster API v1beta2 ClusterClassRef' },
  ].map(
    ({ path, namespace, source }): RelationRule => ({
      relation: 'cluster-cluster-class',
      from: cluster,
      path,
      target: clusterClass,
      namespace: { path: namespace },
      forward: { name: 'clusterClass', one: true },
      reverse: { name: 'clusters' },
      source,
    }),
  ),
  ...[...machineSpecs, { from: machineHealthCheck, relation: 'machine-health-check', reverse: 'machineHealthChecks' }].map(
    ({ from, relation, reverse }): RelationRule => ({
      relation: `${relation}-cluster`,
      from,
      path: 'spec.clusterName',
      target: cluster,
      namespace: 'source',
      forward: { name: 'cluster', one: true },
      reverse: { name: reverse },
      source: 'Cluster API: spec.clusterName, in the namespace of the Cluster',
    }),
  ),
  ...([{ groups: ['cluster.x-k8s.io', '*.cluster.x-k8s.io'] }, secret] as const).map(
    (from): RelationRule => ({
      relation: 'cluster-api-label-cluster',
      from,
      path: "metadata.labels['cluster.x-k8s.io/cluster-name']",
      target: cluster,
      namespace: 'source',
      weak: true,
      ...('groups' in from ? {} : { reverse: { name: 'secrets' } }),
      source: 'Cluster API ClusterNameLabel: on whatever belongs to a Cluster, its kubeconfig and certificates too',
    }),
  ),
];

const machineRules: readonly RelationRule[] = [
  ...machineSpecs.flatMap(({ from, path, relation, reverse }): RelationRule[] => [
    ...inEitherForm({
      relation: `${relation}-bootstrap`,
      from,
      path: `${path}.bootstrap.configRef`,
      forward: { name: 'bootstrapConfig', one: true },
      source: 'Cluster API Bootstrap.configRef',
    }),
    ...inEitherForm({
      relation: `${relation}-infrastructure`,
      from,
      path: `${path}.infrastructureRef`,
      forward: { name: 'infrastructure', one: true },
      source: 'Cluster API MachineSpec.infrastructureRef',
    }),
    {
      relation: `${relation}-bootstrap-secret`,
      from,
      path: `${path}.bootstrap.dataSecretName`,
      target: secret,
      namespace: 'source',
      forward: { name: 'secrets' },
      reverse: { name: reverse },
      source: 'Cluster API Bootstrap.dataSecretName',
    },
  ]),
  ...[
    { from: machine, path: 'status.nodeRef', relation: 'machine-node', forward: { name: 'node', one: true }, reverse: 'machines' } as const,
    { from: machinePool, path: 'status.nodeRefs[]', relation: 'machine-pool-node', forward: { name: 'nodes' }, reverse: 'machinePools' },
  ].map(
    ({ from, path, relation, forward, reverse }): RelationRule => ({
      relation,
      from,
      path: `${path}.name`,
      target: node,
      namespace: 'cluster',
      uid: 'uid',
      weak: true,
      forward,
      reverse: { name: reverse },
      source: 'Cluster API MachineStatus.nodeRef: a Node of the workload cluster',
    }),
  ),
  {
    relation: 'node-machine',
    from: node,
    path: "metadata.annotations['cluster.x-k8s.io/machine']",
    target: machine,
    namespace: { path: "['cluster.x-k8s.io/cluster-namespace']" },
    weak: true,
    source: 'Cluster API MachineAnnotation: set on Nodes of the workload cluster',
  },
  {
    relation: 'node-cluster',
    from: node,
    path: "metadata.annotations['cluster.x-k8s.io/cluster-name']",
    target: cluster,
    namespace: { path: "['cluster.x-k8s.io/cluster-namespace']" },
    weak: true,
    reverse: { name: 'nodes' },
    source: 'Cluster API ClusterNameAnnotation: set on Nodes of the workload cluster',
  },
  byVersion({
    relation: 'machine-health-check-remediation-template',
    from: machineHealthCheck,
    path: 'spec.remediationTemplate',
    forward: { name: 'remediationTemplate', one: true },
    source: 'Cluster API v1beta1 MachineHealthCheckSpec.remediationTemplate',
  }),
  byVersion({
    relation: 'machine-health-check-remediation-template',
    from: machineHealthCheck,
    path: 'spec.remediation.templateRef',
    forward: { name: 'remediationTemplate', one: true },
    source: 'Cluster API v1beta2 MachineHealthCheckRemediation.templateRef',
  }),
  {
    relation: 'machine-health-check-target',
    from: machineHealthCheck,
    path: 'status.targets[]',
    target: machine,
    namespace: 'source',
    weak: true,
    source: 'Cluster API MachineHealthCheckStatus.targets',
  },
];

export const clusterApiRules: readonly RelationRule[] = [...clusterRules, ...machineRules];
