/** The Spark operator: what an application's driver and executors run as and with, beside their pod templates. */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, image, ingress, pod, priorityClass, runtimeClass, secret, service, serviceAccount } from '../kinds.ts';
import type { HolderSource, RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';
import { podLike } from './pod-like.ts';

const spark = (kind: string): KindKey => ({ group: 'sparkoperator.k8s.io', kind });
const application = spark('SparkApplication');
const scheduled = spark('ScheduledSparkApplication');

const applications: HolderSource = {
  holders: [
    { kind: application, path: 'spec' },
    { kind: scheduled, path: 'spec.template' },
  ],
};
const byApplications = { from: applications, reverse: { name: 'sparkApplications' } } as const;
const ROLES = ['driver', 'executor'];
const inRoles = (paths: readonly string[]): string[] => ROLES.flatMap((role) => paths.map((path) => `${role}.${path}`));

export const sparkRules: readonly RelationRule[] = [
  ...atPaths(inRoles(['serviceAccount']), {
    ...byApplications,
    relation: 'spark-service-account',
    target: serviceAccount,
    namespace: 'source',
    forward: { name: 'serviceAccounts' },
    source: 'sparkoperator.k8s.io/v1beta2 SparkPodSpec.serviceAccount',
  }),
  ...atPaths(['imagePullSecrets[]', ...inRoles(['secrets[].name'])], {
    ...byApplications,
    relation: 'spark-secret',
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    source: 'sparkoperator.k8s.io/v1beta2 SparkApplicationSpec.imagePullSecrets, SecretInfo',
  }),
  ...atPaths(['sparkConfigMap', 'hadoopConfigMap', ...inRoles(['configMaps[].name'])], {
    ...byApplications,
    relation: 'spark-config-map',
    target: configMap,
    namespace: 'source',
    forward: { name: 'configMaps' },
    source: 'sparkoperator.k8s.io/v1beta2 SparkApplicationSpec, NamePath',
  }),
  ...atPaths(['image', ...inRoles(['image'])], {
    from: applications,
    relation: 'spark-image',
    target: image,
    namespace: 'cluster',
    source: 'sparkoperator.k8s.io/v1beta2 SparkApplicationSpec.image, SparkPodSpec.image',
  }),
  ...atPaths(['batchSchedulerOptions.priorityClassName', ...inRoles(['priorityClassName'])], {
    ...byApplications,
    relation: 'spark-priority-class',
    target: priorityClass,
    namespace: 'cluster',
    forward: { name: 'priorityClasses' },
    source: 'sparkoperator.k8s.io/v1beta2 BatchSchedulerConfiguration, SparkPodSpec.priorityClassName',
  }),
  ...atPaths(inRoles(['runtimeClassName']), {
    ...byApplications,
    relation: 'spark-runtime-class',
    target: runtimeClass,
    namespace: 'cluster',
    forward: { name: 'runtimeClasses' },
    source: 'sparkoperator.k8s.io/v1beta2 SparkPodSpec.runtimeClassName',
  }),
  ...podLike({
    ...byApplications,
    volumes: ['volumes[]'],
    containers: inRoles(['initContainers[]', 'sidecars[]']),
  }),
  // The containers of Spark itself: their image stands elsewhere.
  ...podLike({ ...byApplications, volumes: [], containers: ROLES }).filter(({ relation }) => relation !== 'pod-image'),
  {
    relation: 'spark-driver-pod',
    from: application,
    path: 'status.driverInfo.podName',
    target: pod,
    namespace: 'source',
    weak: true,
    forward: { name: 'driverPod', one: true },
    reverse: { name: 'sparkApplications' },
    source: 'sparkoperator.k8s.io/v1beta2 DriverInfo.podName',
  },
  {
    relation: 'spark-web-service',
    from: application,
    path: 'status.driverInfo.webUIServiceName',
    target: service,
    namespace: 'source',
    weak: true,
    forward: { name: 'webService', one: true },
    reverse: { name: 'sparkApplications' },
    source: 'sparkoperator.k8s.io/v1beta2 DriverInfo.webUIServiceName',
  },
  {
    relation: 'spark-web-ingress',
    from: application,
    path: 'status.driverInfo.webUIIngressName',
    target: ingress,
    namespace: 'source',
    weak: true,
    forward: { name: 'webIngress', one: true },
    reverse: { name: 'sparkApplications' },
    source: 'sparkoperator.k8s.io/v1beta2 DriverInfo.webUIIngressName',
  },
  {
    relation: 'label-spark-application',
    from: pod,
    path: "metadata.labels['sparkoperator.k8s.io/app-name']",
    target: application,
    namespace: 'source',
    weak: true,
    forward: { name: 'sparkApplication', one: true },
    reverse: { name: 'pods' },
    source: 'spark-operator common.LabelSparkAppName',
  },
  {
    relation: 'scheduled-spark-last-run',
    from: scheduled,
    path: 'status.lastRunName',
    target: application,
    namespace: 'source',
    weak: true,
    forward: { name: 'lastRun', one: true },
    reverse: { name: 'scheduledSparkApplications' },
    source: 'sparkoperator.k8s.io/v1beta2 ScheduledSparkApplicationStatus.lastRunName',
  },
];
