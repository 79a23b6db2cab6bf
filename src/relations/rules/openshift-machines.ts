/** Machines of OpenShift and how they are set up: the machine API, and the MachineConfigs that nodes follow. */
import type { KindKey } from '../../kube/kind.ts';
import { node, secret } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';
import { machineConfigurationKind, machineKind } from './openshift-kinds.ts';

const machine = machineKind('Machine');
const machineAutoscaler: KindKey = { group: 'autoscaling.openshift.io', kind: 'MachineAutoscaler' };
const machineConfig = machineConfigurationKind('MachineConfig');
const machineConfigPool = machineConfigurationKind('MachineConfigPool');
const machineConfigNode = machineConfigurationKind('MachineConfigNode');
const machineOsConfig = machineConfigurationKind('MachineOSConfig');
const machineOsBuild = machineConfigurationKind('MachineOSBuild');

/** Where each keeps what its provider reads. */
const providerSpecs: readonly { readonly from: KindKey; readonly path: string; readonly reverse: string }[] = [
  { from: machine, path: 'spec.providerSpec.value', reverse: 'openShiftMachines' },
  { from: machineKind('MachineSet'), path: 'spec.template.spec.providerSpec.value', reverse: 'openShiftMachineSets' },
  {
    from: machineKind('ControlPlaneMachineSet'),
    path: 'spec.template.machines_v1beta1_machine_openshift_io.spec.providerSpec.value',
    reverse: 'controlPlaneMachineSets',
  },
];

const PROVIDER_SECRETS = ['userDataSecret', 'credentialsSecret', 'cloudsSecret'];

const machineRules: readonly RelationRule[] = [
  ...providerSpecs.flatMap(({ from, path, reverse }) =>
    atPaths(
      PROVIDER_SECRETS.map((name) => `${path}.${name}.name`),
      {
        relation: 'openshift-machine-secret',
        from,
        target: secret,
        namespace: { path: 'namespace' },
        forward: { name: 'secrets' },
        reverse: { name: reverse },
        source: 'openshift machine/v1beta1 AWSMachineProviderConfig and those of other providers: in the namespace of the machine',
      },
    ),
  ),
  {
    relation: 'openshift-machine-node',
    from: machine,
    path: 'status.nodeRef.name',
    target: node,
    namespace: 'cluster',
    uid: 'uid',
    weak: true,
    forward: { name: 'node', one: true },
    reverse: { name: 'openShiftMachines' },
    source: 'openshift machine/v1beta1 MachineStatus.nodeRef',
  },
  {
    relation: 'openshift-node-machine',
    from: node,
    path: "metadata.annotations['machine.openshift.io/machine']",
    pattern: '(?<namespace>[^/]+)/(?<name>[^/]+)',
    target: machine,
    namespace: 'source',
    weak: true,
    source: 'machine-api-operator nodelink controller: `<namespace>/<name>`',
  },
  {
    relation: 'openshift-remediation-template',
    from: machineKind('MachineHealthCheck'),
    path: 'spec.remediationTemplate.name',
    target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: '' } },
    namespace: { path: 'namespace' },
    source: 'openshift machine/v1beta1 MachineHealthCheckSpec.remediationTemplate',
  },
  {
    relation: 'machine-autoscaler-target',
    from: machineAutoscaler,
    path: 'spec.scaleTargetRef.name',
    target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: '' } },
    namespace: 'source',
    forward: { name: 'target', one: true },
    reverse: { name: 'machineAutoscalers', on: [machineKind('MachineSet')] },
    source: 'cluster-autoscaler-operator autoscaling/v1beta1 CrossVersionObjectReference: in the namespace of the autoscaler',
  },
];

const toMachineConfig = {
  relation: 'machine-config',
  target: machineConfig,
  namespace: 'cluster',
  forward: { name: 'machineConfigs' },
} as const;

const configurationRules: readonly RelationRule[] = [
  ...atPaths(['spec.configuration.name'], {
    ...toMachineConfig,
    from: machineConfigPool,
    reverse: { name: 'machineConfigPools' },
    source: 'openshift machineconfiguration/v1 MachineConfigPoolSpec.configuration: the one that its nodes should have',
  }),
  ...atPaths(['status.configuration.name', 'spec.configuration.source[].name', 'status.configuration.source[].name'], {
    ...toMachineConfig,
    from: machineConfigPool,
    weak: true,
    reverse: { name: 'machineConfigPools' },
    source: 'openshift machineconfiguration/v1 MachineConfigPoolStatusConfiguration: those that it was rendered from may have gone since',
  }),
  ...atPaths(
    ['current', 'desired'].map((which) => `metadata.annotations['machineconfiguration.openshift.io/${which}Config']`),
    {
      ...toMachineConfig,
      from: node,
      reverse: { name: 'nodes' },
      source: 'machine-config-operator pkg/daemon/constants: a node whose MachineConfig is gone is degraded',
    },
  ),
  {
    relation: 'machine-config-node',
    from: machineConfigNode,
    path: 'spec.node.name',
    target: node,
    namespace: 'cluster',
    forward: { name: 'node', one: true },
    reverse: { name: 'machineConfigNodes' },
    source: 'openshift machineconfiguration/v1 MachineConfigNodeSpec.node',
  },
  {
    relation: 'machine-config-node-pool',
    from: machineConfigNode,
    path: 'spec.pool.name',
    target: machineConfigPool,
    namespace: 'cluster',
    forward: { name: 'machineConfigPool', one: true },
    reverse: { name: 'machineConfigNodes' },
    source: 'openshift machineconfiguration/v1 MachineConfigNodeSpec.pool',
  },
  ...['spec.configVersion.desired', 'status.configVersion.desired', 'status.configVersion.current'].map(
    (path): RelationRule => ({
      ...toMachineConfig,
      from: machineConfigNode,
      path,
      // What it says before the first one.
      when: [{ path: path.slice(path.lastIndexOf('.') + 1), notIn: ['NotYetSet', 'not-yet-set'] }],
      weak: true,
      reverse: { name: 'machineConfigNodes' },
      source: 'openshift machineconfiguration/v1 MachineConfigNodeSpecMachineConfigVersion',
    }),
  ),
  {
    relation: 'machine-os-config-pool',
    from: machineOsConfig,
    path: 'spec.machineConfigPool.name',
    target: machineConfigPool,
    namespace: 'cluster',
    forward: { name: 'machineConfigPool', one: true },
    reverse: { name: 'machineOSConfigs' },
    source: 'openshift machineconfiguration/v1 MachineOSConfigSpec.machineConfigPool',
  },
  ...atPaths(['spec.baseImagePullSecret.name', 'spec.renderedImagePushSecret.name'], {
    relation: 'machine-os-config-secret',
    from: machineOsConfig,
    target: secret,
    namespace: { fixed: 'openshift-machine-config-operator' },
    forward: { name: 'secrets' },
    reverse: { name: 'machineOSConfigs' },
    source: 'openshift machineconfiguration/v1 MachineOSConfigSpec: in the namespace openshift-machine-config-operator',
  }),
  {
    relation: 'machine-os-config-build',
    from: machineOsConfig,
    path: 'status.machineOSBuild.name',
    target: machineOsBuild,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'machineOSBuilds' },
    source: 'openshift machineconfiguration/v1 MachineOSConfigStatus.machineOSBuild',
  },
  {
    ...toMachineConfig,
    from: machineOsBuild,
    path: 'spec.machineConfig.name',
    weak: true,
    reverse: { name: 'machineOSBuilds' },
    source: 'openshift machineconfiguration/v1 MachineOSBuildSpec.machineConfig',
  },
  {
    relation: 'machine-os-build-config',
    from: machineOsBuild,
    path: 'spec.machineOSConfig.name',
    target: machineOsConfig,
    namespace: 'cluster',
    forward: { name: 'machineOSConfig', one: true },
    reverse: { name: 'machineOSBuilds' },
    source: 'openshift machineconfiguration/v1 MachineOSBuildSpec.machineOSConfig',
  },
  {
    relation: 'controller-config-pull-secret',
    from: machineConfigurationKind('ControllerConfig'),
    path: 'spec.pullSecret.name',
    target: secret,
    namespace: { path: 'namespace' },
    forward: { name: 'secrets' },
    reverse: { name: 'controllerConfigs' },
    source: 'openshift machineconfiguration/v1 ControllerConfigSpec.pullSecret',
  },
];

export const openShiftMachineRules: readonly RelationRule[] = [...machineRules, ...configurationRules];
