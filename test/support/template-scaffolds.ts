/** What each kind that holds pod templates needs besides them, for examples that an API server accepts. */
import { type KindKey, kindName } from '../../src/kube/kind.ts';
import { isObject } from '../../src/kube/safe.ts';
import type { JsonObject, JsonValue } from '../../src/records/record.ts';
import { parsePath } from '../../src/relations/path.ts';
import type { SpecHolder } from '../../src/relations/template-holders.ts';

const labels = { app: 'web' };
const selector = { matchLabels: labels };
const template = { metadata: { labels } };
const selecting = { spec: { selector, template } };
const never = { restartPolicy: 'Never' };
const job = { template: { spec: never } };
const bareJob = { template: {} };
const workers = { workerGroupSpecs: [{ groupName: 'workers', rayStartParams: {} }] };
const head = { headGroupSpec: { rayStartParams: {}, template: { spec: { containers: [] } } } };
const metrics = [{ name: 'smoke', provider: { job: { spec: bareJob } } }];
const spark = { type: 'Scala', mode: 'cluster', sparkVersion: '4.0.0', driver: {}, executor: {} };
const launcher = { template: { spec: { containers: [] } } };

/** By kind, or by kind and path where one of several paths needs more; a kind of Kubernetes' own is of version v1. */
const SCAFFOLDS: Readonly<Record<string, JsonObject>> = {
  'Deployment.apps': selecting,
  'ReplicaSet.apps': selecting,
  'StatefulSet.apps': { spec: { selector, serviceName: 'web', template } },
  'DaemonSet.apps': selecting,
  ReplicationController: { spec: { selector: labels, template } },
  'Job.batch': { spec: job },
  'CronJob.batch': { spec: { schedule: '@daily', jobTemplate: { spec: job } } },

  'Rollout.argoproj.io': { apiVersion: 'argoproj.io/v1alpha1', ...selecting },
  'Experiment.argoproj.io': { apiVersion: 'argoproj.io/v1alpha1', spec: { templates: [{ name: 'canary', selector, template }] } },
  'AnalysisTemplate.argoproj.io': { apiVersion: 'argoproj.io/v1alpha1', spec: { metrics } },
  'AnalysisRun.argoproj.io': { apiVersion: 'argoproj.io/v1alpha1', spec: { metrics } },
  'DeploymentConfig.apps.openshift.io': { spec: { selector: labels, template } },
  'LeaderWorkerSet.leaderworkerset.x-k8s.io': { spec: { replicas: 1, leaderWorkerTemplate: { size: 2 } } },
  'JobSet.jobset.x-k8s.io': {
    apiVersion: 'jobset.x-k8s.io/v1alpha2',
    spec: { replicatedJobs: [{ name: 'workers', template: { spec: bareJob } }] },
  },
  'CloneSet.apps.kruise.io': { apiVersion: 'apps.kruise.io/v1alpha1', ...selecting },
  'StatefulSet.apps.kruise.io': { apiVersion: 'apps.kruise.io/v1beta1', ...selecting },
  'DaemonSet.apps.kruise.io': { apiVersion: 'apps.kruise.io/v1alpha1', ...selecting },
  'BroadcastJob.apps.kruise.io': { apiVersion: 'apps.kruise.io/v1alpha1', spec: bareJob },
  'AdvancedCronJob.apps.kruise.io': { apiVersion: 'apps.kruise.io/v1alpha1', spec: { schedule: '@daily' } },
  'UnitedDeployment.apps.kruise.io': { apiVersion: 'apps.kruise.io/v1alpha1', spec: { selector } },
  'Job.batch.volcano.sh': { apiVersion: 'batch.volcano.sh/v1alpha1', spec: { tasks: [{ name: 'workers', replicas: 1 }] } },
  'JobTemplate.flow.volcano.sh': { apiVersion: 'flow.volcano.sh/v1alpha1', spec: { tasks: [{ name: 'workers', replicas: 1 }] } },
  'MPIJob.kubeflow.org': { spec: { mpiReplicaSpecs: { Launcher: launcher } } },
  'TrainingRuntime.trainer.kubeflow.org': {
    apiVersion: 'trainer.kubeflow.org/v1alpha1',
    spec: { template: { spec: { replicatedJobs: [{ name: 'node', template: { spec: bareJob } }] } } },
  },
  'RayCluster.ray.io': { spec: head },
  'RayCluster.ray.io spec.workerGroupSpecs[].template.spec': { spec: { ...head, ...workers } },
  'RayJob.ray.io': { spec: { entrypoint: 'python main.py', rayClusterSpec: head } },
  'RayJob.ray.io spec.rayClusterSpec.workerGroupSpecs[].template.spec': {
    spec: { entrypoint: 'python main.py', rayClusterSpec: { ...head, ...workers } },
  },
  'RayService.ray.io': { spec: { rayClusterConfig: head } },
  'RayService.ray.io spec.rayClusterConfig.workerGroupSpecs[].template.spec': { spec: { rayClusterConfig: { ...head, ...workers } } },
  'SparkApplication.sparkoperator.k8s.io': { apiVersion: 'sparkoperator.k8s.io/v1beta2', spec: spark },
  'ScheduledSparkApplication.sparkoperator.k8s.io': {
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    spec: { schedule: '@daily', template: spark },
  },
  'ScaledJob.keda.sh': {
    apiVersion: 'keda.sh/v1alpha1',
    spec: {
      jobTargetRef: bareJob,
      triggers: [{ type: 'cron', metadata: { timezone: 'UTC', start: '0 8 * * *', end: '0 9 * * *', desiredReplicas: '1' } }],
    },
  },
};

/** An object of the kind, complete but for the pod's spec that is put where it keeps one. */
export function holding({ kind, path }: SpecHolder, spec: JsonObject, name = 'web'): JsonObject {
  const nested = parsePath(path).reduceRight<JsonValue>((value, step) => (step === 'each' ? [value] : { [step.key]: value }), spec);
  const scaffold = SCAFFOLDS[`${kindName(kind)} ${path}`] ?? SCAFFOLDS[kindName(kind)];
  const whole = { apiVersion: versionOf(kind), kind: kind.kind, metadata: { name, namespace: 'shop' }, ...scaffold };
  return merged(whole, nested) as JsonObject;
}

function versionOf({ group }: KindKey): string {
  return group === '' ? 'v1' : `${group}/v1`;
}

function merged(into: JsonValue | undefined, from: JsonValue): JsonValue {
  if (Array.isArray(into) && Array.isArray(from)) return from.map((item: JsonValue, index) => merged(into[index], item));
  if (!isObject(into) || !isObject(from)) return from;
  const entries = Object.entries(from).map(([key, value]) => [key, merged(into[key], value)]);
  return { ...into, ...Object.fromEntries(entries) };
}
