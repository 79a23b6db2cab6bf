/** Which workloads make the pods that a Service selects, though there may be none: their template says so. The store resolves it. */
import { service, workloadKinds } from '../kinds.ts';
import type { CodedRelation } from '../rule.ts';

export const SERVICE_WORKLOAD = 'service-workload';

export const serviceWorkloadRelations: readonly CodedRelation[] = [
  {
    relation: SERVICE_WORKLOAD,
    from: service,
    target: '*',
    among: workloadKinds,
    joined: true,
    forward: { name: 'workloads' },
    source: 'core/v1 ServiceSpec.selector; apps/v1 and batch/v1 PodTemplateSpec.metadata.labels',
    describe:
      '`spec.selector` against the labels of pod templates in its namespace; a workload that another controls is left out, for its controller stands for it',
    // Two objects decide, and no extraction sees more than one: the import joins them once all are in.
    extract: () => ({}),
  },
];
