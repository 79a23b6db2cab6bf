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

const classTemplate = (kind: string): JsonObject => ({ apiVersion: `${infrastructure}/v1beta1`, kind, name: 'quick' });
const classPointer = (path: string): string => `cluster-class-template spec.${path}.name → DockerTemplate.${infrastructure} fleet/quick`;

const kubeadm: JsonObject = {
  files: [
    { path: '/etc/a', contentFrom: { secret: { name: 'files', key: 'a' } } },
    { path: '/etc/b', content: 'plain' },
  ],
  users: [{ name: 'admin', passwdFrom: { secret: { name: 'passwords', key: 'admin' } } }],
};
const kubeadmPointers = (at: string): string[] => [
  `kubeadm-config-secret ${at}.files[0].contentFrom.secret.name → Secret fleet/files keys=a`,
  `kubeadm-config-secret ${at}.users[0].passwdFrom.secret.name → Secret fleet/passwords keys=admin`,
];

export const clusterApiTemplateExamples: readonly Example[] = [
  {
    object: {
      apiVersion: v1beta1,
      kind: 'ClusterClass',
      metadata: metadata('old'),
      spec: {
        infrastructure: { ref: classTemplate('DockerTemplate') },
        controlPlane: {
          ref: classTemplate('DockerTemplate'),
          machineInfrastructure: { ref: classTemplate('DockerTemplate') },
          machineHealthCheck: { remediationTemplate: classTemplate('DockerTemplate') },
        },
        workers: Object.fromEntries(
          ['machineDeployments', 'machinePools'].map((list) => [
            list,
            [
              {
                class: 'worker',
                template: {
                  bootstrap: { ref: classTemplate('DockerTemplate') },
                  infrastructure: { ref: classTemplate('DockerTemplate') },
                },
                ...(list === 'machinePools' ? {} : { machineHealthCheck: { remediationTemplate: classTemplate('DockerTemplate') } }),
              },
            ],
          ]),
        ),
      },
    },
    pointers: [
      'infrastructure.ref',
      'controlPlane.ref',
      'controlPlane.machineInfrastructure.ref',
      'controlPlane.machineHealthCheck.remediationTemplate',
      'workers.machineDeployments[0].template.bootstrap.ref',
      'workers.machineDeployments[0].template.infrastructure.ref',
      'workers.machineDeployments[0].machineHealthCheck.remediationTemplate',
      'workers.machinePools[0].template.bootstrap.ref',
      'workers.machinePools[0].template.infrastructure.ref',
    ].map(classPointer),
  },
  {
    object: {
      apiVersion: v1beta2,
      kind: 'ClusterClass',
      metadata: metadata('quick'),
      spec: {
        infrastructure: { templateRef: classTemplate('DockerTemplate') },
        controlPlane: {
          templateRef: classTemplate('DockerTemplate'),
          machineInfrastructure: { templateRef: classTemplate('DockerTemplate') },
          healthCheck: { remediation: { templateRef: classTemplate('DockerTemplate') } },
        },
        workers: Object.fromEntries(
          ['machineDeployments', 'machinePools'].map((list) => [
            list,
            [
              {
                class: 'worker',
                bootstrap: { templateRef: classTemplate('DockerTemplate') },
                infrastructure: { templateRef: classTemplate('DockerTemplate') },
                ...(list === 'machinePools' ? {} : { healthCheck: { remediation: { templateRef: classTemplate('DockerTemplate') } } }),
              },
            ],
          ]),
        ),
      },
    },
    pointers: [
      'infrastructure.templateRef',
      'controlPlane.templateRef',
      'controlPlane.machineInfrastructure.templateRef',
      'controlPlane.healthCheck.remediation.templateRef',
      'workers.machineDeployments[0].bootstrap.templateRef',
      'workers.machineDeployments[0].infrastructure.templateRef',
      'workers.machineDeployments[0].healthCheck.remediation.templateRef',
      'workers.machinePools[0].bootstrap.templateRef',
      'workers.machinePools[0].infrastructure.templateRef',
    ].map(classPointer),
  },
  {
    object: {
      apiVersion: `${bootstrap}/v1beta2`,
      kind: 'KubeadmConfig',
      metadata: metadata('blue-1'),
      spec: kubeadm,
      status: { dataSecretName: 'blue-1-data' },
    },
    pointers: [...kubeadmPointers('spec'), 'kubeadm-config-data-secret status.dataSecretName → Secret fleet/blue-1-data [weak]'],
  },
  {
    object: {
      apiVersion: `${bootstrap}/v1beta2`,
      kind: 'KubeadmConfigTemplate',
      metadata: metadata('blue'),
      spec: { template: { spec: kubeadm } },
    },
    pointers: kubeadmPointers('spec.template.spec'),
  },
  {
    object: {
      apiVersion: `${controlPlane}/v1beta1`,
      kind: 'KubeadmControlPlane',
      metadata: metadata('old'),
      spec: {
        version: 'v1.34.0',
        kubeadmConfigSpec: {},
        machineTemplate: { infrastructureRef: old(infrastructure, 'DockerMachineTemplate', 'old') },
      },
    },
    pointers: [
      `kubeadm-control-plane-infrastructure spec.machineTemplate.infrastructureRef.name → DockerMachineTemplate.${infrastructure} fleet/old`,
    ],
  },
  {
    object: {
      apiVersion: `${controlPlane}/v1beta2`,
      kind: 'KubeadmControlPlane',
      metadata: metadata('blue'),
      spec: {
        version: 'v1.34.0',
        kubeadmConfigSpec: kubeadm,
        machineTemplate: { spec: { infrastructureRef: current(infrastructure, 'DockerMachineTemplate', 'blue') } },
      },
    },
    pointers: [
      ...kubeadmPointers('spec.kubeadmConfigSpec'),
      `kubeadm-control-plane-infrastructure spec.machineTemplate.spec.infrastructureRef.name → DockerMachineTemplate.${infrastructure} fleet/blue`,
    ],
  },
];
