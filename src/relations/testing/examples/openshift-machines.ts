import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const HOME = 'openshift-machine-api';
const provider = {
  value: {
    apiVersion: 'machine.openshift.io/v1beta1',
    kind: 'AzureMachineProviderSpec',
    userDataSecret: { name: 'worker-user-data' },
    credentialsSecret: { name: 'azure-cloud', namespace: 'elsewhere' },
    cloudsSecret: { name: 'clouds' },
  },
};
const secretsAt = (path: string): string[] => [
  `openshift-machine-secret ${path}.userDataSecret.name → Secret ${HOME}/worker-user-data`,
  `openshift-machine-secret ${path}.credentialsSecret.name → Secret elsewhere/azure-cloud`,
  `openshift-machine-secret ${path}.cloudsSecret.name → Secret ${HOME}/clouds`,
];
const machine = (apiVersion: string, kind: string, name: string, spec: JsonObject, status: JsonObject = {}): JsonObject => ({
  apiVersion: `machine.openshift.io/${apiVersion}`,
  kind,
  metadata: { name, namespace: HOME },
  spec,
  status,
});
const configuration = (kind: string, name: string, spec: JsonObject, status?: JsonObject): JsonObject => ({
  apiVersion: 'machineconfiguration.openshift.io/v1',
  kind,
  metadata: { name },
  spec,
  ...(status === undefined ? {} : { status }),
});
const node = (annotations: JsonObject): JsonObject => ({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'worker-a1', annotations } });
const labels = { 'machine.openshift.io/cluster-api-machineset': 'worker' };
const CONFIG = 'MachineConfig.machineconfiguration.openshift.io';

const machineExamples: readonly Example[] = [
  {
    object: machine(
      'v1beta1',
      'Machine',
      'worker-1',
      { providerSpec: provider },
      { nodeRef: { kind: 'Node', name: 'worker-a1', uid: 'node-uid' } },
    ),
    pointers: [...secretsAt('spec.providerSpec.value'), 'openshift-machine-node status.nodeRef.name → Node worker-a1 [weak] uid=node-uid'],
  },
  {
    object: machine('v1beta1', 'MachineSet', 'worker', {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { providerSpec: provider } },
    }),
    pointers: secretsAt('spec.template.spec.providerSpec.value'),
  },
  {
    object: machine('v1', 'ControlPlaneMachineSet', 'cluster', {
      replicas: 3,
      selector: {
        matchLabels: {
          'machine.openshift.io/cluster-api-machine-role': 'master',
          'machine.openshift.io/cluster-api-machine-type': 'master',
        },
      },
      template: {
        machineType: 'machines_v1beta1_machine_openshift_io',
        machines_v1beta1_machine_openshift_io: {
          failureDomains: { platform: 'AWS', aws: [{ placement: { availabilityZone: 'a' } }] },
          metadata: {
            labels: {
              'machine.openshift.io/cluster-api-machine-role': 'master',
              'machine.openshift.io/cluster-api-machine-type': 'master',
              'machine.openshift.io/cluster-api-cluster': 'blue',
            },
          },
          spec: { providerSpec: provider },
        },
      },
    }),
    pointers: secretsAt('spec.template.machines_v1beta1_machine_openshift_io.spec.providerSpec.value'),
  },
  {
    object: machine('v1beta1', 'MachineHealthCheck', 'workers', {
      selector: { matchLabels: labels },
      unhealthyConditions: [{ type: 'Ready', status: 'False', timeout: '300s' }],
      remediationTemplate: {
        apiVersion: 'infrastructure.example.com/v1',
        kind: 'Metal3RemediationTemplate',
        name: 'reboot',
        namespace: HOME,
      },
    }),
    pointers: [
      `openshift-remediation-template spec.remediationTemplate.name → Metal3RemediationTemplate.infrastructure.example.com ${HOME}/reboot`,
    ],
  },
  {
    object: {
      apiVersion: 'autoscaling.openshift.io/v1beta1',
      kind: 'MachineAutoscaler',
      metadata: { name: 'worker', namespace: HOME },
      spec: {
        minReplicas: 1,
        maxReplicas: 3,
        scaleTargetRef: { apiVersion: 'machine.openshift.io/v1beta1', kind: 'MachineSet', name: 'worker' },
      },
    },
    pointers: [`machine-autoscaler-target spec.scaleTargetRef.name → MachineSet.machine.openshift.io ${HOME}/worker`],
  },
  {
    object: node({
      'machine.openshift.io/machine': `${HOME}/worker-1`,
      'machineconfiguration.openshift.io/currentConfig': 'rendered-worker-1',
      'machineconfiguration.openshift.io/desiredConfig': 'rendered-worker-2',
    }),
    pointers: [
      `openshift-node-machine metadata.annotations['machine.openshift.io/machine'] → Machine.machine.openshift.io ${HOME}/worker-1 [weak]`,
      `machine-config metadata.annotations['machineconfiguration.openshift.io/currentConfig'] → ${CONFIG} rendered-worker-1`,
      `machine-config metadata.annotations['machineconfiguration.openshift.io/desiredConfig'] → ${CONFIG} rendered-worker-2`,
    ],
  },
  { object: node({ 'machine.openshift.io/machine': 'without-a-namespace' }), pointers: [] },
];

const rendered = {
  name: 'rendered-worker-1',
  source: [{ apiVersion: 'machineconfiguration.openshift.io/v1', kind: 'MachineConfig', name: '00-worker' }],
};
const version = (name: string): JsonObject => ({ desired: name });

const configurationExamples: readonly Example[] = [
  {
    object: configuration('MachineConfigPool', 'worker', { configuration: rendered }, { configuration: rendered }),
    pointers: [
      `machine-config spec.configuration.name → ${CONFIG} rendered-worker-1`,
      `machine-config spec.configuration.source[0].name → ${CONFIG} 00-worker [weak]`,
      `machine-config status.configuration.name → ${CONFIG} rendered-worker-1 [weak]`,
      `machine-config status.configuration.source[0].name → ${CONFIG} 00-worker [weak]`,
    ],
  },
  {
    object: configuration(
      'MachineConfigNode',
      'worker-a1',
      { node: { name: 'worker-a1' }, pool: { name: 'worker' }, configVersion: version('rendered-worker-2') },
      { configVersion: { current: 'rendered-worker-1', desired: 'rendered-worker-2' }, observedGeneration: 1 },
    ),
    pointers: [
      'machine-config-node spec.node.name → Node worker-a1',
      'machine-config-node-pool spec.pool.name → MachineConfigPool.machineconfiguration.openshift.io worker',
      `machine-config spec.configVersion.desired → ${CONFIG} rendered-worker-2 [weak]`,
      `machine-config status.configVersion.desired → ${CONFIG} rendered-worker-2 [weak]`,
      `machine-config status.configVersion.current → ${CONFIG} rendered-worker-1 [weak]`,
    ],
  },
  ...['NotYetSet', 'not-yet-set'].map(
    (name): Example => ({
      object: configuration(
        'MachineConfigNode',
        name.toLowerCase(),
        { node: { name: name.toLowerCase() }, pool: { name: 'worker' }, configVersion: { desired: name } },
        { configVersion: { current: name, desired: name }, observedGeneration: 1 },
      ),
      pointers: [
        `machine-config-node spec.node.name → Node ${name.toLowerCase()}`,
        'machine-config-node-pool spec.pool.name → MachineConfigPool.machineconfiguration.openshift.io worker',
      ],
    }),
  ),
  {
    object: configuration(
      'MachineOSConfig',
      'layered',
      {
        machineConfigPool: { name: 'layered' },
        imageBuilder: { imageBuilderType: 'Job' },
        baseImagePullSecret: { name: 'pull' },
        renderedImagePushSecret: { name: 'push' },
        renderedImagePushSpec: 'images.example.com/os/layered:latest',
      },
      { machineOSBuild: { group: 'machineconfiguration.openshift.io', resource: 'machineosbuilds', name: 'layered-1' } },
    ),
    pointers: [
      'machine-os-config-pool spec.machineConfigPool.name → MachineConfigPool.machineconfiguration.openshift.io layered',
      'machine-os-config-secret spec.baseImagePullSecret.name → Secret openshift-machine-config-operator/pull',
      'machine-os-config-secret spec.renderedImagePushSecret.name → Secret openshift-machine-config-operator/push',
      'machine-os-config-build status.machineOSBuild.name → MachineOSBuild.machineconfiguration.openshift.io layered-1 [weak]',
    ],
  },
  {
    object: configuration('MachineOSBuild', 'layered-1', {
      machineConfig: { name: 'rendered-layered-1' },
      machineOSConfig: { name: 'layered' },
      renderedImagePushSpec: 'images.example.com/os/layered:latest',
    }),
    pointers: [
      `machine-config spec.machineConfig.name → ${CONFIG} rendered-layered-1 [weak]`,
      'machine-os-build-config spec.machineOSConfig.name → MachineOSConfig.machineconfiguration.openshift.io layered',
    ],
  },
  {
    object: configuration('ControllerConfig', 'machine-config-controller', {
      pullSecret: { name: 'pull-secret', namespace: 'openshift-config' },
    }),
    pointers: ['controller-config-pull-secret spec.pullSecret.name → Secret openshift-config/pull-secret'],
  },
];

export const openShiftMachineExamples: readonly Example[] = [...machineExamples, ...configurationExamples];
