/** What workloads name beside their templates. Pods, ReplicaSets, Jobs and revisions belong to them by owner. */
import { cronJob, job, service, statefulSet } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

export const workloadRules: readonly RelationRule[] = [
  {
    relation: 'stateful-set-service',
    from: statefulSet,
    path: 'spec.serviceName',
    target: service,
    namespace: 'source',
    forward: { name: 'service', one: true },
    reverse: { name: 'statefulSets' },
    source: 'apps/v1 StatefulSetSpec.serviceName',
  },
  {
    relation: 'cron-job-active-job',
    from: cronJob,
    path: 'status.active[].name',
    target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: job.group, kind: job.kind } },
    namespace: { path: 'namespace' },
    uid: 'uid',
    weak: true,
    forward: { name: 'activeJobs', kind: job },
    source: 'batch/v1 CronJobStatus.active',
  },
];
