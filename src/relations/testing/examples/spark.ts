import type { Example } from '../../../../test/support/example.ts';
import type { JsonObject } from '../../../records/record.ts';
import { bare } from '../bare.ts';
import { containerPart, containerPartPointers, volumePartPointers, volumeParts } from './pod-parts.ts';

const plain = (name: string): string => name;
const role = (name: string): JsonObject => ({
  serviceAccount: name,
  secrets: [{ name: `${name}-secret`, path: '/secret', secretType: 'Generic' }],
  configMaps: [{ name: `${name}-settings`, path: '/settings' }],
  image: `${name}:1`,
  priorityClassName: 'high',
  runtimeClassName: 'gvisor',
  initContainers: [{ name: 'init', ...containerPart(plain), image: 'init:1' }],
  sidecars: [{ name: 'sidecar', ...containerPart(plain), image: 'sidecar:1' }],
  ...containerPart(plain),
});

/** Nodes with many fields are read in the object's own order. */
const rolePointers = (path: string): string[] => [
  `spark-service-account ~.${path}.serviceAccount → ServiceAccount ci/${path}`,
  `spark-secret ~.${path}.secrets[0].name → Secret ci/${path}-secret`,
  `spark-config-map ~.${path}.configMaps[0].name → ConfigMap ci/${path}-settings`,
  `spark-image ~.${path}.image → Image.external ${path}:1`,
  `spark-priority-class ~.${path}.priorityClassName → PriorityClass.scheduling.k8s.io high`,
  `spark-runtime-class ~.${path}.runtimeClassName → RuntimeClass.node.k8s.io gvisor`,
  ...containerPartPointers(`${path}.initContainers[0]`),
  `pod-image ~.${path}.initContainers[0].image → Image.external init:1`,
  ...containerPartPointers(`${path}.sidecars[0]`),
  `pod-image ~.${path}.sidecars[0].image → Image.external sidecar:1`,
  ...containerPartPointers(path),
];

const application = {
  type: 'Scala',
  mode: 'cluster',
  sparkVersion: '4.0.0',
  driver: role('driver'),
  executor: role('executor'),
  imagePullSecrets: ['pull'],
  sparkConfigMap: 'spark',
  hadoopConfigMap: 'hadoop',
  image: 'spark:4',
  batchSchedulerOptions: { priorityClassName: 'batch', queue: 'research' },
  volumes: volumeParts(plain),
};

const pointers = (path: string): string[] =>
  [
    ...rolePointers('driver'),
    ...rolePointers('executor'),
    'spark-secret ~.imagePullSecrets[0] → Secret ci/pull',
    'spark-config-map ~.sparkConfigMap → ConfigMap ci/spark',
    'spark-config-map ~.hadoopConfigMap → ConfigMap ci/hadoop',
    'spark-image ~.image → Image.external spark:4',
    'spark-priority-class ~.batchSchedulerOptions.priorityClassName → PriorityClass.scheduling.k8s.io batch',
    ...volumePartPointers('volumes'),
  ].map((pointer) => pointer.replace('~', path));

export const sparkExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'sparkoperator.k8s.io/v1beta2',
      kind: 'SparkApplication',
      metadata: { name: 'count', namespace: 'ci' },
      spec: application,
      status: {
        driverInfo: { podName: 'count-driver', webUIServiceName: 'count-ui', webUIIngressName: 'count-ui' },
        executorState: { 'count-exec-1': 'RUNNING' },
      },
    },
    pointers: [
      ...pointers('spec'),
      'spark-driver-pod status.driverInfo.podName → Pod ci/count-driver [weak]',
      'spark-web-service status.driverInfo.webUIServiceName → Service ci/count-ui [weak]',
      'spark-web-ingress status.driverInfo.webUIIngressName → Ingress.networking.k8s.io ci/count-ui [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'sparkoperator.k8s.io/v1beta2',
      kind: 'ScheduledSparkApplication',
      metadata: { name: 'nightly', namespace: 'ci' },
      spec: { schedule: '@daily', template: application },
      status: { lastRunName: 'nightly-1' },
    },
    pointers: [
      ...pointers('spec.template'),
      'scheduled-spark-last-run status.lastRunName → SparkApplication.sparkoperator.k8s.io ci/nightly-1 [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'count-driver', namespace: 'ci', labels: { 'sparkoperator.k8s.io/app-name': 'count', 'spark-role': 'driver' } },
      spec: { containers: [{ name: 'spark-kubernetes-driver', image: 'spark:4' }] },
    },
    pointers: [
      "label-spark-application metadata.labels['sparkoperator.k8s.io/app-name'] → SparkApplication.sparkoperator.k8s.io ci/count [weak]",
    ],
  },
  bare('sparkoperator.k8s.io/v1beta2', 'SparkApplication', 'ci'),
];
